import { SimulatedFolder } from './simulated-folder.ts'
import type { SimulatedInode } from './simulated-inode.ts'
import { fileParts, folderParts } from './storage-path.ts'

/** The folders of a simulated disk. Folders themselves are durable from their making, as `makeDir` promises. */
export class SimulatedTree {
  readonly #folders: ReadonlyMap<string, SimulatedFolder>

  constructor(folders: ReadonlyMap<string, SimulatedFolder> = new Map([['', new SimulatedFolder()]])) {
    this.#folders = folders
  }

  find(dir: string): SimulatedFolder | null {
    folderParts(dir)
    return this.#folders.get(dir) ?? null
  }

  folder(dir: string): SimulatedFolder {
    const found = this.find(dir)
    if (found === null) throw new Error(`no such folder: ${dir}`)
    return found
  }

  file(path: string): SimulatedInode {
    const { dir, name } = fileParts(path)
    const found = this.folder(dir).get(name)
    if (found === null) throw new Error(`no such file: ${path}`)
    return found
  }

  withFolder(dir: string): SimulatedTree {
    const folders = new Map(this.#folders)
    const parts = folderParts(dir)
    parts.forEach((_, index) => {
      const path = parts.slice(0, index + 1).join('/')
      if (!folders.has(path)) folders.set(path, new SimulatedFolder())
    })
    return new SimulatedTree(folders)
  }

  afterPowerCut(random: () => number): SimulatedTree {
    return this.#each((folder) => folder.afterPowerCut(random))
  }

  afterKill(): SimulatedTree {
    return this.#each((folder) => folder.afterKill())
  }

  #each(change: (folder: SimulatedFolder) => SimulatedFolder): SimulatedTree {
    return new SimulatedTree(new Map([...this.#folders].map(([dir, folder]) => [dir, change(folder)])))
  }
}
