import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { MeetingNotes, type Member } from '../../../main/host/notes/meeting-notes.ts'
import { NotesDocument } from '../../../main/host/notes/notes-document.ts'
import { openNotesJournal } from '../../../main/host/notes/notes-journal.ts'
import { simulatedDisk } from '../../../main/host/storage/simulated-disk.ts'
import type { Storage } from '../../../main/host/storage/storage.ts'
import { meetingId } from '../../../shared/core/ids.ts'
import { readFrame } from '../../../shared/notes/frames.ts'
import { typeInto } from '../../fixtures/notes-table.ts'
import { seededBytes, seededRandom, seeds } from '../../fixtures/seeded-random.ts'

const ITEM = 'it_aaaaaa'
const meeting = meetingId.mint(seededBytes(1))

async function openOn(storage: Storage): Promise<MeetingNotes> {
  const found = await openNotesJournal(meeting, { storage, now: () => 0, log: () => undefined })
  if (found === null) throw new Error('the notes are damaged')
  const document = new NotesDocument()
  document.load(found.updates)
  return new MeetingNotes(meeting, {
    document,
    journal: found.journal,
    onFailure: () => undefined,
    onFault: (fault) => {
      throw fault
    },
  })
}

/** A page, and everything that it was shown. */
function page(clientId: number) {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const shown: Uint8Array[] = []
  const member: Member = {
    clientId,
    seatName: String(clientId),
    writer: String(clientId),
    allowance: () => Infinity,
    send: (bytes) => {
      const frame = readFrame(bytes)
      if (frame?.kind !== 'update' && frame?.kind !== 'syncStep2') return
      shown.push(frame.update)
      Y.applyUpdate(doc, frame.update)
    },
    sendCarets: () => undefined,
    tellRights: () => undefined,
  }
  return { doc, member, shown }
}

/** Two people write until the power goes; what each was shown or told to be saved must be there afterwards. */
async function tell(seed: number, ignore: 'fdatasync' | null): Promise<readonly string[]> {
  const random = seededRandom(seed)
  const cutAt = 40 + Math.floor(random() * 120)
  let gone = false
  const disk = simulatedDisk({
    random,
    ignore,
    onStep: (step) => {
      if (step >= cutAt) gone = true
    },
  })
  const notes = await openOn(disk)
  const pages = [page(11), page(22)] as const
  const saved: string[] = []
  void notes.withItems([ITEM])
  for (const { doc, member } of pages) notes.answer(member, Y.encodeStateVector(doc))
  await notes.settled()
  let typed = 0
  for (const mine of pages)
    mine.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: unknown, { local }: Y.Transaction) => {
      if (local) notes.receive(update, mine.member)
    })
  while (!gone) {
    const { doc } = pages[typed % 2 === 0 ? 0 : 1]
    const word = `[${typed}]`
    typed += 1
    typeInto(doc, ITEM, word)
    notes.afterWrites(() => saved.push(word))
    if (random() < 0.6) await new Promise((turn) => setImmediate(turn))
  }
  const confirmed = [...saved]
  const shown = pages.map((one) => [...one.shown])
  const after = disk.powerCut({ ignore: null, onStep: () => undefined })
  notes.carets.end()
  const again = await openOn(after).catch(() => null)
  if (again === null) return ['the whole file is damaged']
  const text = JSON.stringify([...again.document.texts()])
  const lost = confirmed.filter((word) => !text.includes(word))
  const missing = shown.flat().filter((update) => {
    const { fresh, verdict } = again.document.apply(update)
    return fresh.length > 0 || verdict !== 'ok'
  })
  return [...lost, ...missing.map(() => 'shown to somebody and lost')]
}

describe('notes on a disk whose power is cut', () => {
  it.each(seeds(40))('lose nothing that was saved or shown to anybody (seed %i)', async (seed) => {
    expect(await tell(seed, null)).toEqual([])
  })

  it('would lose something if the sync did nothing', async () => {
    const losses = await Promise.all(seeds(20).map((seed) => tell(seed, 'fdatasync')))
    expect(losses.flat().length).toBeGreaterThan(0)
  })
})
