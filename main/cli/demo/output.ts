import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Verification, verifyJournal } from '../../host/verify/verify-journal.ts'

const SUMMARY = 'summary.json'

export type JournalReport = { readonly file: string; readonly verification: Verification }

/** Copies the journals out and checks each copy as `npm run verify` does. */
export async function writeJournals(
  from: string,
  files: readonly string[],
  out: string,
): Promise<readonly JournalReport[]> {
  await mkdir(out, { recursive: true })
  await removeFormerRun(out)
  const reports: JournalReport[] = []
  for (const file of files) {
    await copyFile(path.join(from, file), path.join(out, file))
    reports.push({ file, verification: verifyJournal(await readFile(path.join(out, file))) })
  }
  return reports
}

export async function writeSummary(out: string, summary: unknown): Promise<void> {
  await writeFile(path.join(out, SUMMARY), `${JSON.stringify(summary, null, 2)}\n`)
}

/** Only files that a former demo's own summary names are removed: anything else in the folder is somebody's. */
async function removeFormerRun(out: string): Promise<void> {
  const text = await readFile(path.join(out, SUMMARY), 'utf8').catch(() => null)
  if (text === null) return
  const former = filesNamedIn(text)
  for (const file of former) await rm(path.join(out, path.basename(file)), { force: true })
}

function filesNamedIn(text: string): readonly string[] {
  try {
    const { demo, journals, papers } = JSON.parse(text)
    if (demo !== true) return []
    const files = Array.isArray(journals) ? journals.map(({ file }) => file) : []
    const names: readonly unknown[] = [...files, ...(Array.isArray(papers) ? papers : [])]
    return names.filter((name): name is string => typeof name === 'string' && /\.(jsonl|docx)$/.test(name))
  } catch {
    return []
  }
}
