import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Hall, HallServices } from '../host/hall/hall.ts'
import { openHall } from '../host/hall/open-hall.ts'
import { JOURNAL_DIR } from '../host/hall/stream-files.ts'
import { HallNotes } from '../host/notes/hall-notes.ts'
import { makePaper, papersOf } from '../host/papers/make-paper.ts'
import { sayHostRefusal } from '../host/refusal-sentences.ts'
import { diskStorage } from '../host/storage/disk-storage.ts'
import { folderName, readArguments, usageError } from './arguments.ts'
import { meetingNamed, sayMeetings } from './export/meetings.ts'
import { writePapers } from './export/write-papers.ts'

const USAGE = 'usage: npm run export -- --data DIR --meeting ID|latest --out DIR'
const EXIT_REFUSED = 1

const { values } = readArguments(
  { data: { type: 'string' }, meeting: { type: 'string' }, out: { type: 'string' } },
  { usage: USAGE },
)
const data = folderName(values.data, { name: 'data', usage: USAGE })
const out = folderName(values.out, { name: 'out', usage: USAGE })
const asked = values.meeting ?? usageError('--meeting ID is missing', USAGE)

// Opening makes what is missing: a mistyped folder is not to become a data folder.
const journals = await stat(path.join(data, JOURNAL_DIR)).catch(() => null)
if (journals === null) refuse(`${data} 不是数据文件夹，里面没有会议日志。请核对 --data。`)
const services: HallServices = {
  storage: diskStorage(data),
  now: Date.now,
  random: (length) => new Uint8Array(randomBytes(length)),
  log: () => undefined,
}
const opened = await openHall(services).catch((error: unknown) => refuse(`没有导出：${messageOf(error)}`))
if (!opened.ok) {
  const inUse = opened.refusal.code === 'folderInUse'
  refuse(inUse ? `${sayHostRefusal(opened.refusal)}也可以在操作台上直接导出。` : sayHostRefusal(opened.refusal))
}
const { hall } = opened
try {
  process.exitCode = await exportFrom(hall)
} catch (error) {
  console.error(`没有导出：${messageOf(error)}`)
  process.exitCode = EXIT_REFUSED
} finally {
  await hall.close()
}

async function exportFrom(hall: Hall): Promise<number> {
  const meeting = meetingNamed(hall, asked)
  if (meeting === null) {
    console.error(sayMeetings(hall, asked))
    return EXIT_REFUSED
  }
  const notes = new HallNotes(hall, services)
  try {
    const texts = await notes.texts(meeting.meetingId)
    const files = await Promise.all(papersOf(meeting).map((paper) => makePaper(hall, paper, texts)))
    const names = await writePapers(
      out,
      files.flatMap((file) => file ?? []),
    )
    console.log(`已导出 ${names.length} 份文书到 ${out}：`)
    for (const name of names) console.log(name)
    if (texts === 'damaged')
      console.error('这次会议的笔记文件损坏，纪要里没有收入笔记。请从备份恢复笔记文件后再导出一次。')
    return 0
  } finally {
    await notes.end()
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(EXIT_REFUSED)
}
