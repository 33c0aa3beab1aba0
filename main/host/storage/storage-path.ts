/**
 * The parts of a storage path; none for the data folder itself (`''`). Throws when the path could mean something
 * outside the folder on any of the systems the app runs on (`C:x` and `file:stream` are such ways on Windows).
 */
export function folderParts(path: string): readonly string[] {
  if (path === '') return []
  const parts = path.split('/')
  const odd = (part: string) => part === '' || part === '.' || part === '..'
  if (parts.some(odd) || /[\\:\0]/.test(path)) throw new Error(`not a path inside the data folder: ${path}`)
  return parts
}

/** Folder and name of a file. Throws like `folderParts`, and when there is no name. */
export function fileParts(path: string): { readonly dir: string; readonly name: string } {
  const name = folderParts(path).at(-1)
  if (name === undefined) throw new Error('a file needs a name')
  return { dir: path.slice(0, Math.max(0, path.length - name.length - 1)), name }
}

/** Both names of a rename, which has to stay in one folder: one `syncDir` must be enough to make it durable. */
export function renameParts(
  from: string,
  to: string,
): { readonly dir: string; readonly from: string; readonly to: string } {
  const source = fileParts(from)
  const target = fileParts(to)
  if (source.dir !== target.dir) throw new Error(`a rename stays in its folder: ${from} -> ${to}`)
  return { dir: source.dir, from: source.name, to: target.name }
}
