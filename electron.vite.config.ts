import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { ownBundle } from './renderer/build/own-bundle.ts'
import { sizeLimit } from './renderer/build/size-limit.ts'

/** The oldest browsers that can join: the last Chrome for Windows 7, and iOS 15.4. */
const BROWSERS = ['chrome109', 'safari15']
/** JavaScript, gzipped, that a phone on slow Wi-Fi loads before it shows the attendees' page. */
const ATTENDEE_BYTES = 130_000

const source = (path: string) => resolve(import.meta.dirname, path)
const page = (name: string) => source(`renderer/${name}/index.html`)

/** electron-vite adds its own Chromium to whatever target is named in the plain place: this puts ours alone. */
const browserFloor: Plugin = {
  name: 'browser-floor',
  enforce: 'post',
  config: (config) => {
    config.build = { ...config.build, target: BROWSERS }
  },
}

/**
 * Three bundles: the shell with the host's own program, the sandboxed preload in one file, and the pages of the four
 * surfaces, of which the phones' is built apart. All that runs is bundled: the package carries no node_modules.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('main/desktop/index.ts'), host: source('main/desktop/host-entry.ts') },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('main/desktop/preload/index.ts') },
        // A sandboxed preload is CommonJS, whatever package.json says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [
      react(),
      browserFloor,
      ownBundle('attendee', page('attendee'), () => [react(), browserFloor, sizeLimit('attendee', ATTENDEE_BYTES)]),
    ],
    build: {
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: { desk: page('desk'), screen: page('screen') } },
    },
  },
})
