import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PaperFile } from '../../host/papers/make-paper.ts'

/** Nobody keeps so many copies of one paper. */
const MAX_COPIES = 99

/** Writes the files into a folder, and gives the names they got. Rejects when the disk does not take them. */
export async function writePapers(folder: string, papers: readonly PaperFile[]): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const names: string[] = []
  for (const paper of papers) names.push(await writeBeside(folder, paper))
  return names
}

/** Never over a file that is there: somebody may have worked on it. …会议纪要.docx then becomes …会议纪要（2）.docx. */
async function writeBeside(folder: string, { bytes, name }: PaperFile): Promise<string> {
  const { ext, name: stem } = path.parse(name)
  for (let copy = 1; ; copy += 1) {
    const free = copy === 1 ? name : `${stem}（${copy}）${ext}`
    try {
      await writeFile(path.join(folder, free), bytes, { flag: 'wx' })
      return free
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!taken || copy === MAX_COPIES) throw error
    }
  }
}
