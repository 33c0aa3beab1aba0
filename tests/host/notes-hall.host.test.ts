import { describe, expect, it } from 'vitest'
import { nodeNotes } from '../../main/cli/node-notes.ts'
import { NotesClient } from '../../shared/notes/notes-client.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { textOf, typeInto } from '../fixtures/notes-table.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

const keep = closedAfterEach()

async function openNotes(hall: TestHall, name: string) {
  const { client } = await hall.seated(name)
  const notes = new NotesClient(nodeNotes(hall.host.port, () => client.notesPass(hall.meetingId)))
  keep({ close: () => notes.end() })
  await until(() => notes.status.at === 'live', `${name} in the notes`)
  return { client, notes }
}

const firstItem = (hall: TestHall): string => hall.meeting().agenda[0]?.itemId ?? ''
const text = (notes: NotesClient, hall: TestHall) => textOf(notes.doc.getXmlFragment(firstItem(hall)))

describe('the notes of a hall', () => {
  it('are written by members and read by guests', async () => {
    const hall = keep(await startTestHall())
    const [member, guest] = [await openNotes(hall, '委员甲'), await openNotes(hall, '列席')]
    expect([member.notes.status.write, guest.notes.status.write]).toEqual([true, false])
    typeInto(member.notes.doc, firstItem(hall), '健身场地要防滑')
    await until(() => text(guest.notes, hall).includes('健身场地要防滑'), 'the guest to see it')
    await until(() => member.notes.status.unsaved === 0)
  })

  it('have a place for an item that was added in the meeting', async () => {
    const hall = keep(await startTestHall())
    const { notes } = await openNotes(hall, '委员甲')
    const itemId = 'it_zzzzzz'
    await hall.act('addItem', { itemId, title: '临时议题' })
    await until(() => notes.doc.share.has(itemId), 'the place')
    typeInto(notes.doc, itemId, '新的一项')
    await until(() => notes.status.unsaved === 0, 'it to be saved')
    expect(notes.status.at).toBe('live')
  })

  it('can only be read by members once the meeting has closed, and the page hears of it', async () => {
    const hall = keep(await startTestHall())
    const { notes } = await openNotes(hall, '委员甲')
    await hall.act('closeMeeting', {})
    await until(() => !notes.status.write, 'the pen to be taken')
    expect(notes.status.at).toBe('live')
  })
})
