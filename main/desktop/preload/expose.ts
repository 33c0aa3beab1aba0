import type { ContextBridge, IpcRenderer } from 'electron'
import { ASK_CHANNELS, type DesktopBridge, type HostStatus, STATUS_CHANNEL } from '../../../shared/desktop-bridge.ts'

/** Gives the page named functions and nothing of Electron: no channel of its choosing, no event object. */
export function expose(
  contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>,
  ipcRenderer: Pick<IpcRenderer, 'invoke' | 'on' | 'off'>,
  version: string,
): void {
  const bridge = {
    version,
    hostStatus: () => ipcRenderer.invoke(ASK_CHANNELS.hostStatus),
    onHostStatus: (listener) => {
      const tell = (_event: unknown, status: HostStatus) => listener(status)
      ipcRenderer.on(STATUS_CHANNEL, tell)
      return () => void ipcRenderer.off(STATUS_CHANNEL, tell)
    },
    saveFile: (name, bytes) => ipcRenderer.invoke(ASK_CHANNELS.saveFile, name, bytes),
    openScreen: (joinCode) => ipcRenderer.invoke(ASK_CHANNELS.openScreen, joinCode),
    keepAwake: (on) => ipcRenderer.invoke(ASK_CHANNELS.keepAwake, on),
    printPage: () => ipcRenderer.invoke(ASK_CHANNELS.printPage),
  } satisfies DesktopBridge
  contextBridge.exposeInMainWorld('desktop', bridge)
}
