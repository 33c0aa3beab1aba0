import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDERS = ['main', 'renderer', 'shared', 'resources']
const SINGLE = ['electron-builder.yml', 'electron.vite.config.ts', 'package.json']

/** The two files that may touch Electron when they run. */
const COMPOSED = ['main/desktop/index.ts', 'main/desktop/preload/index.ts']
const RUNTIME_IMPORT =
  /^import (?!type )[^'"]*['"]electron['"]|require\(\s*['"]electron['"]|import\(\s*['"]electron['"]/m

/** What would undo the shell's protection, wherever it stood. */
const DANGEROUS = [
  /--no-sandbox|--disable-web-security|--ignore-certificate-errors|--allow-running-insecure-content/,
  /\bsandbox\s*:\s*false|contextIsolation\s*:\s*false|webSecurity\s*:\s*false/,
  /nodeIntegration\w*\s*:\s*true|webviewTag\s*:\s*true|allowRunningInsecureContent\s*:\s*true/,
  /experimentalFeatures\s*:\s*true|enableBlinkFeatures|rejectUnauthorized\s*:\s*false|setCertificateVerifyProc/,
  /unsafe-inline|unsafe-eval|dangerouslySetInnerHTML|@electron\/remote|bypassCSP/,
]

async function sources(): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const found = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(`${ROOT}/${folder}`, { recursive: true })).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
    ),
  )
  const files = [...found.flat(), ...SINGLE].filter((file) => /\.(ts|tsx|json|yml|html|nsh|sh)$/.test(file))
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(`${ROOT}/${file}`, 'utf8') })))
}

const filesWith = async (pattern: RegExp) =>
  (await sources())
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort()

test('Electron is imported at run time by the composition file and the preload alone', async () => {
  expect(await filesWith(RUNTIME_IMPORT)).toEqual(COMPOSED)
})

test('only the preload talks to the main process', async () => {
  expect(await filesWith(/\bipcRenderer\b/)).toEqual([
    'main/desktop/preload/expose.ts',
    'main/desktop/preload/index.ts',
  ])
})

test('only one place loads a page', async () => {
  expect(await filesWith(/\.loadURL\(|\.loadFile\(/)).toEqual(['main/desktop/windows.ts'])
})

test.each(DANGEROUS)('nothing says %s', async (pattern) => expect(await filesWith(pattern)).toEqual([]))

test.each([
  ["import { app } from 'electron'", true],
  ["import electron from 'electron'", true],
  ["import {\n  app,\n} from 'electron'", true],
  ["const { app } = require('electron')", true],
  ["await import('electron')", true],
  ["import type { App } from 'electron'", false],
  ["import { build } from 'electron-vite'", false],
])('%j counts as touching Electron: %s', (text, counts) => expect(RUNTIME_IMPORT.test(text)).toBe(counts))
