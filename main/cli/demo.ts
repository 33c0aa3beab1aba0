import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { HallClient } from '../../shared/client/hall-client.ts'
import type { Who } from '../../shared/client/phase.ts'
import type { MeetingId } from '../../shared/core/ids.ts'
import { createHost } from '../host/create-host.ts'
import { JOURNAL_DIR, streamInFile } from '../host/hall/stream-files.ts'
import { sayHostRefusal } from '../host/refusal-sentences.ts'
import { diskStorage } from '../host/storage/disk-storage.ts'
import { folderName, readArguments, wholeNumber } from './arguments.ts'
import { chanceOf } from './demo/chance.ts'
import { compareWithHost } from './demo/compare.ts'
import { writeJournals, writeSummary } from './demo/output.ts'
import { playMeeting, type Step } from './demo/play.ts'
import { readSample } from './demo/sample.ts'
import { askedPapers } from './export/asked-papers.ts'
import { writePapers } from './export/write-papers.ts'
import { nodeNotes } from './node-notes.ts'
import { nodeRuntime } from './node-runtime.ts'
import { VERSION } from './version.ts'

const USAGE = 'usage: npm run demo -- --out DIR [--attendees N] [--seed S]'
/** Fewer cannot play all parts; more than 400 would wait at the door longer than it lets them. */
const [FEWEST, MOST] = [6, 390]
const MAX_SEED = 4_294_967_295

const { values } = readArguments(
  {
    out: { type: 'string' },
    attendees: { type: 'string', default: '18' },
    seed: { type: 'string', default: '1' },
  },
  { usage: USAGE },
)
const out = folderName(values.out, { name: 'out', usage: USAGE })
const attendees = wholeNumber(values.attendees, { name: 'attendees', min: FEWEST, max: MOST, usage: USAGE })
const seed = wholeNumber(values.seed, { name: 'seed', min: 0, max: MAX_SEED, usage: USAGE })

const folder = await mkdtemp(path.join(tmpdir(), 'yishiting-demo-'))
try {
  process.exitCode = (await runDemo()) ? 0 : 1
} catch (error) {
  console.error(`演示没有走完：${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function runDemo(): Promise<boolean> {
  const started = await createHost({ storage: diskStorage(folder), port: 0, version: VERSION })
  if (!started.ok) throw new Error(sayHostRefusal(started.refusal))
  const { host } = started
  const chance = chanceOf(seed)
  const clients: HallClient[] = []
  const connect = (who: Who) => {
    const client = new HallClient(nodeRuntime(host.port), who)
    clients.push(client)
    return client
  }
  const begun = performance.now()
  const steps: { readonly step: string; readonly ms: number; readonly result: string }[] = []
  const step: Step = async (name, act) => {
    const from = performance.now()
    const result = await act()
    const ms = performance.now() - from
    steps.push({ step: name, ms: rounded(ms), result })
    const at = ((performance.now() - begun) / 1_000).toFixed(2).padStart(6)
    console.log(`[${at} 秒] ${name}（${rounded(ms)} 毫秒）：${result}`)
  }
  try {
    console.log(`主机在端口 ${host.port}，${attendees} 台设备，种子 ${seed}。`)
    const desk = connect({ kind: 'operator', secret: host.operatorSecret })
    const sample = await readSample()
    const notesOf = (client: HallClient, meetingId: MeetingId) =>
      nodeNotes(host.port, () => client.notesPass(meetingId))
    const played = await playMeeting({ sample, chance, connect, desk, attendees, notesOf, step })
    const roles = await compareWithHost(host.hall, clients)
    const meeting = desk.copies.meeting(played.meetingId)
    const worksheets = desk.copies.ledger(played.councilId)?.worksheets ?? []
    const papers = meeting?.phase === 'sealed' ? await askedPapers(desk, meeting) : []
    for (const client of clients) client.close()
    await host.close()

    const files = (await diskStorage(folder).list(JOURNAL_DIR)).filter((file) => streamInFile(file) !== null)
    const journals = await writeJournals(path.join(folder, JOURNAL_DIR), files, out)
    const paperNames = await writePapers(out, papers)
    const equal = Object.values(roles).every((role) => role.equal)
    const verified = journals.every(({ verification }) => verification.ok)
    await writeSummary(out, {
      demo: true,
      version: VERSION,
      seed,
      attendees,
      equal,
      verified,
      roles,
      items: meeting?.phase === 'sealed' ? meeting.agenda.length : 0,
      speeches: played.speeches,
      votes: meeting?.phase === 'sealed' ? meeting.voting.past.map(voteSummary) : [],
      worksheets: worksheets.map(({ number, unit, dueOn }) => ({ number, unit, dueOn })),
      journals: journals.map(({ file, verification }) => ({ file, ...verification })),
      papers: paperNames,
      milliseconds: rounded(performance.now() - begun),
      steps,
    })
    for (const [role, { clients: count, equal: same, hash }] of Object.entries(roles)) {
      console.log(`${same ? '一致' : '不一致'} ${role}：${count} 个客户端，${hash}`)
    }
    for (const name of paperNames) console.log(`文书 ${name}`)
    console.log(
      equal && verified ? '演示完成：各端与主机一致，日志核验通过。' : '演示失败：各端与主机不一致，或日志核验不通过。',
    )
    return equal && verified
  } finally {
    for (const client of clients) client.close()
    await host.close()
  }
}

function voteSummary(vote: { readonly motion: string; readonly phase: string; readonly verdict: unknown }) {
  return { motion: vote.motion, phase: vote.phase, verdict: vote.verdict }
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
