import sample from '../../../resources/sample/council.json'
import type { HallClient } from '../../../shared/client/hall-client.ts'
import { councilId, itemId, type MeetingId, meetingId, seatId } from '../../../shared/core/ids.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { councilStream } from '../../../shared/streams/stream-name.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { councilsOf } from '../start/meetings-shown.ts'

export const isSampleCouncil = ({ code, name }: Pick<FoundedCouncil, 'code' | 'name'>): boolean =>
  code === sample.council.code && name === sample.council.name

export type Practising =
  | { readonly ok: true; readonly meetingId: MeetingId }
  | { readonly ok: false; readonly sentence: string }

/** 用示例试一遍: convenes a practice meeting of the sample council, which is founded the first time. */
export async function convenePractice(client: HallClient): Promise<Practising> {
  const known = councilsOf(client).find(isSampleCouncil)
  const id = known?.councilId ?? councilId.mint(randomBytes)
  const stream = councilStream(id)
  // A first time that broke off in the middle is carried on with: seats are added in the sample's order.
  const missing = sample.seats
    .slice((known?.seats.length ?? 0) + (known?.retired.length ?? 0))
    .map((seat) => ({ ...seat, seatId: seatId.mint(randomBytes) }))
  if (known === undefined) {
    // The council's stream has to be there before anything can be added to it.
    const founded = await client.send(stream, null, 'foundCouncil', { councilId: id, ...sample.council })
    if (!founded.ok) return founded
  }
  const seating = missing.flatMap(({ kind, name, seatId: seat, voting }) => [
    client.send('contacts', null, 'saveContact', { seatId: seat, name }),
    client.send(stream, null, 'addSeat', { seatId: seat, kind, voting }),
  ])
  const seatOf = (kind: string) => [...(known?.seats ?? []), ...missing].find((seat) => seat.kind === kind)?.seatId
  const meeting = meetingId.mint(randomBytes)
  const answers = await Promise.all([
    ...seating,
    client.send(stream, null, 'conveneMeeting', {
      ...sample.meeting,
      meetingId: meeting,
      startsAt: Math.round(client.hostNow()),
      agenda: sample.items.map(({ title }) => ({ itemId: itemId.mint(randomBytes), title })),
      rule: sample.rule,
      chair: seatOf('convener'),
      scribe: seatOf('scribe'),
      practice: true,
    }),
  ])
  for (const answer of answers) if (!answer.ok) return answer
  return { ok: true, meetingId: meeting }
}
