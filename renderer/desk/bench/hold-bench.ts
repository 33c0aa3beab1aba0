import type { HallClient } from '../../../shared/client/hall-client.ts'
import type { Answer } from '../../../shared/client/outbox.ts'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import type { Format } from '../../../shared/formats/format.ts'
import { councilStream } from '../../../shared/streams/stream-name.ts'
import { isSampleCouncil } from '../first-run/practice.ts'
import { type BenchMeeting, convening } from './bench-plan.ts'

type Held = { readonly ok: true } | Extract<Answer, { ok: false }>

/** Convenes the meeting in a council that is there. One that was convened already (a press too many) is held as it is. */
export async function holdBench(
  client: HallClient,
  council: FoundedCouncil,
  meeting: BenchMeeting,
  format: Format,
): Promise<Held> {
  if (council.meetings.some((known) => known.meetingId === meeting.meetingId)) return { ok: true }
  const practice = isSampleCouncil(council) ? { practice: true as const } : {}
  const plan = { ...convening(meeting, format, client.hostNow()), ...practice }
  return settled([await client.send(councilStream(council.councilId), null, 'conveneMeeting', plan)])
}

/** Founds the council with its one person, and convenes. What broke off in the middle is carried on with. */
export async function foundAndHold(client: HallClient, meeting: BenchMeeting, format: Format): Promise<Held> {
  const { code, council: name, councilId, person, seatId } = meeting.founding
  const stream = councilStream(councilId)
  const foundedNow = () => {
    const known = client.copies.council(councilId)
    return known?.phase === 'founded' ? known : null
  }
  if (foundedNow() === null) {
    // The council's stream has to be there before anything can be added to it.
    const council = { councilId, name: name.trim(), code, level: 'courtyard' }
    const founded = await client.send(stream, null, 'foundCouncil', council)
    if (!founded.ok) return founded
  }
  if (foundedNow()?.seats.some((seat) => seat.seatId === seatId) !== true) {
    const seated = settled(
      await Promise.all([
        client.send('contacts', null, 'saveContact', { seatId, name: person.trim() }),
        client.send(stream, null, 'addSeat', { seatId, kind: 'convener', voting: true }),
      ]),
    )
    if (!seated.ok) return seated
  }
  const plan = convening(meeting, format, client.hostNow())
  return settled([await client.send(stream, null, 'conveneMeeting', plan)])
}

/** The first refusal, unless it only says that this very thing was done before. */
function settled(answers: readonly Answer[]): Held {
  for (const answer of answers) {
    if (!answer.ok && !DONE_BEFORE.has(answer.rejection.code)) return answer
  }
  return { ok: true }
}

/** Ids are minted once for a plan: what is known under them is ours. */
const DONE_BEFORE: ReadonlySet<string> = new Set(['meetingExists', 'seatExists'])
