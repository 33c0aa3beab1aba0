import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** All that ends up in the bundles, or decides how they are made. */
const SOURCES = [
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'main/desktop',
  'main/host',
  'shared',
  'renderer',
  'resources',
]

/** One value for the names and contents of all sources under `root`: times differ after every checkout. */
export async function sourcesDigest(root: string): Promise<string> {
  const files = (await Promise.all(SOURCES.map((name) => filesUnder(root, name)))).flat().sort()
  const digest = createHash('sha256')
  for (const file of files) {
    const content = await readFile(path.join(root, file))
    digest.update(`${file}\0${content.length}\0`).update(content)
  }
  return digest.digest('hex')
}

/** Paths with `/`, from `root`; none when there is nothing of that name. */
async function filesUnder(root: string, name: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path.join(root, name), { withFileTypes: true })
    return (await Promise.all(entries.map((entry) => filesUnder(root, `${name}/${entry.name}`)))).flat()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return [name]
    if (code === 'ENOENT') return []
    throw error
  }
}
