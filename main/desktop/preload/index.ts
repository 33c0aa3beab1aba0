import { contextBridge, ipcRenderer } from 'electron'
import { version } from '../../../package.json'
import { expose } from './expose.ts'

expose(contextBridge, ipcRenderer, version)
