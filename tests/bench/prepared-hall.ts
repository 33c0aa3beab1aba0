import type { Hall } from '../../main/host/hall/hall.ts'
import {
  commandId,
  councilId,
  type ItemId,
  itemId,
  type MeetingId,
  meetingId,
  type SeatId,
  seatId,
} from '../../shared/core/ids.ts'
import type { Actor } from '../../shared/roles/roles.ts'
import { councilStream, meetingStream, type StreamName } from '../../shared/streams/stream-name.ts'
import { seededBytes } from '../fixtures/seeded-random.ts'
import { testRule, until } from '../fixtures/test-hall.ts'

const operator: Actor = { role: 'operator', seatId: null }

/** A hall with an open meeting of `voters` seats with a vote, driven without sockets. */
export class PreparedHall {
  readonly random = seededBytes(7)
  readonly hall: Hall
  readonly meetingId: MeetingId
  readonly seats: readonly SeatId[]
  readonly stream: StreamName
  readonly item: ItemId

  private constructor(hall: Hall, meeting: MeetingId, item: ItemId, seats: readonly SeatId[]) {
    this.hall = hall
    this.meetingId = meeting
    this.item = item
    this.seats = seats
    this.stream = meetingStream(meeting)
  }

  static async make(hall: Hall, voters: number): Promise<PreparedHall> {
    const random = seededBytes(11)
    const council = councilId.mint(random)
    const meeting = meetingId.mint(random)
    const item = itemId.mint(random)
    const seats = Array.from({ length: voters }, () => seatId.mint(random))
    const made = new PreparedHall(hall, meeting, item, seats)
    const roster = councilStream(council)
    await made.#must(roster, 'foundCouncil', { councilId: council, name: '测速', code: 'BENCH', level: 'grid' })
    for (const id of seats) await made.#must(roster, 'addSeat', { seatId: id, kind: 'standing', voting: true })
    await made.#must(roster, 'conveneMeeting', {
      meetingId: meeting,
      title: '测速会议',
      format: '红色议事厅',
      place: '活动室',
      startsAt: 1_700_000_000_000,
      agenda: [{ itemId: item, title: '第一题' }],
      rule: testRule,
      speakingSeconds: 120,
      chair: seats[0],
      scribe: seats[1],
    })
    await until(() => hall.documents.index.data.meetings.length === 1)
    return made
  }

  /** A command by the operator that must be accepted. */
  act(type: string, data: unknown): Promise<number> {
    return this.#must(this.stream, type, data)
  }

  async #must(stream: StreamName, type: string, data: unknown): Promise<number> {
    const outcome = await this.hall.submit(stream, { actor: operator, id: commandId.mint(this.random), type, data })
    if (!outcome.ok) throw new Error(`${type}: ${outcome.rejection.code}`)
    return outcome.seq
  }
}
