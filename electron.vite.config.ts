import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The oldest browsers that can join: the last Chrome for Windows 7, and iOS 15.4. */
const BROWSERS = ['chrome109', 'safari15']

const page = (name: string) => resolve(import.meta.dirname, `renderer/${name}/index.html`)

/** Three bundles: the main process with the host's own entry, the sandboxed preload, and the pages of the four surfaces. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: { input: { index: resolve(import.meta.dirname, 'main/desktop/index.ts') } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, 'main/desktop/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: BROWSERS,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: { input: { attendee: page('attendee'), desk: page('desk'), screen: page('screen') } },
    },
  },
})
