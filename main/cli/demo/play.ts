import type { HallClient } from '../../../shared/client/hall-client.ts'
import type { Answer } from '../../../shared/client/outbox.ts'
import { chinaDate } from '../../../shared/core/china-time.ts'
import {
  ballotId,
  councilId,
  type ItemId,
  itemId,
  type MeetingId,
  meetingId,
  pointId,
  resolutionId,
  seatId,
  speechId,
  voteId,
  worksheetId,
} from '../../../shared/core/ids.ts'
import { makeDeviceKey } from '../../../shared/identity/device-key.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { NotesRuntime } from '../../../shared/notes/notes-runtime.ts'
import { councilStream, meetingStream } from '../../../shared/streams/stream-name.ts'
import type { Chance } from './chance.ts'
import { type Attendee, type Connect, knock, type Person, type Seating, seatAttendees } from './people.ts'
import type { Sample, SampleItem } from './sample.ts'
import { Writers } from './type-notes.ts'
import { waitFor } from './wait-for.ts'

/** The convener, the scribe and two members write at the same time. */
const WRITERS = 4
const DAY_MS = 24 * 60 * 60 * 1000

export type Step = (name: string, act: () => Promise<string>) => Promise<void>

export type Stage = {
  readonly sample: Sample
  readonly chance: Chance
  readonly connect: Connect
  readonly desk: HallClient
  readonly attendees: number
  /** A notes connection for somebody with a device. */
  readonly notesOf: (client: HallClient, meetingId: MeetingId) => NotesRuntime
  /** Runs one step, prints it with its time, and keeps it for the summary. */
  readonly step: Step
}

export type Played = {
  readonly meetingId: MeetingId
  readonly councilId: ReturnType<typeof councilId.mint>
  readonly clients: readonly { readonly name: string; readonly client: HallClient }[]
  readonly speeches: number
}

/** Plays the sample meeting from an empty folder to the sealed record, through sockets alone. */
export async function playMeeting(stage: Stage): Promise<Played> {
  const { chance, desk, sample, step } = stage
  const council = councilId.mint(chance.bytes)
  const meeting = meetingId.mint(chance.bytes)
  const people = sample.seats.map((seat) => ({ ...seat, seatId: seatId.mint(chance.bytes) }))
  const seating = seatAttendees(people, stage.attendees)
  const items = sample.items.map((item) => ({ ...item, itemId: itemId.mint(chance.bytes) }))

  await step('建立组织', async () => {
    const stream = councilStream(council)
    await done(desk.send(stream, null, 'foundCouncil', { councilId: council, ...sample.council }))
    await Promise.all(
      people.flatMap(({ kind, name, seatId: id, voting }) => [
        done(desk.send('contacts', null, 'saveContact', { seatId: id, name, phone: null, house: null })),
        done(desk.send(stream, null, 'addSeat', { seatId: id, kind, voting })),
      ]),
    )
    return `${sample.council.name}，${people.length} 个席位`
  })

  await step('召集会议', async () => {
    const [chair, scribe] = seating.withDevice
    await done(
      desk.send(councilStream(council), null, 'conveneMeeting', {
        ...sample.meeting,
        meetingId: meeting,
        startsAt: Math.round(desk.hostNow()),
        agenda: items.map(({ itemId: id, title }) => ({ itemId: id, title })),
        rule: sample.rule,
        chair: chair?.seatId,
        scribe: scribe?.seatId,
      }),
    )
    await waitFor('会议开始', () => desk.copies.meeting(meeting)?.phase === 'open')
    return `${items.length} 个议题`
  })

  const room = await enterRoom(stage, meeting, seating)
  const play = new Play(stage, meeting, seating, room)
  await step('签到', () => play.signIn())
  for (const item of items) await play.item(item)
  play.endNotes()
  await step('散会', async () => {
    await play.chair('closeMeeting', {})
    return '会议结束'
  })
  await step('封存', async () => {
    await play.chair('sealMeeting', {})
    const notice = await waitFor('封存校验值', () => desk.meetings.find((one) => one.phase === 'sealed'))
    return `校验值 ${notice.digest}`
  })
  const clients = [{ name: '操作台', client: desk }, ...room]
  return { meetingId: meeting, councilId: council, clients, speeches: play.speeches }
}

/** Everybody knocks at once; the desk lets in whoever is at the door. The hall screen needs the code alone. */
async function enterRoom(
  { chance, connect, desk, step }: Stage,
  meeting: MeetingId,
  seating: Seating,
): Promise<readonly Attendee[]> {
  const room: Attendee[] = []
  await step('入场', async () => {
    const { joinCode } = await waitFor('会议码', () => desk.meetings.find((one) => one.meetingId === meeting))
    const screen = connect({ kind: 'screen', code: joinCode })
    const seated = seating.withDevice.map(({ name, seatId: id }) => ({ name, id }))
    const walkIns = seating.walkIns.map((name) => ({ name, id: null }))
    for (const { name, id } of [...seated, ...walkIns]) {
      room.push(knock(connect, makeDeviceKey(chance.bytes), joinCode, name, id))
    }
    await waitFor('大家到门口', () => desk.admissions.length === room.length)
    await Promise.all(desk.admissions.map((request) => done(desk.admit(request))))
    room.push({ name: '大屏', client: screen, seatId: null })
    await waitFor('大家进场', () => room.every(({ client }) => client.copies.meeting(meeting)?.phase === 'open'))
    return `${room.length - 1} 台设备由操作台准入，另有大屏`
  })
  return room
}

/** The meeting itself: who does what, each through the device that would do it. */
class Play {
  speeches = 0
  readonly #stage: Stage
  readonly #meeting: MeetingId
  readonly #seating: Seating
  readonly #room: readonly Attendee[]
  readonly #writers: Writers

  constructor(stage: Stage, meeting: MeetingId, seating: Seating, room: readonly Attendee[]) {
    this.#stage = stage
    this.#meeting = meeting
    this.#seating = seating
    this.#room = room
    const writing = room.filter(({ seatId: id }) =>
      seating.withDevice.slice(0, WRITERS).some((one) => one.seatId === id),
    )
    this.#writers = new Writers(writing.map(({ client }) => stage.notesOf(client, meeting)))
  }

  endNotes(): void {
    this.#writers.end()
  }

  chair(type: string, data: unknown): Promise<Answer> {
    return this.#by(this.#seating.withDevice[0], type, data)
  }

  /** Devices sign themselves in; the desk signs in those without, and notes that one of them is excused. */
  async signIn(): Promise<string> {
    const [excused, ...others] = this.#seating.withoutDevice
    const own = this.#room.flatMap(({ client, seatId: id }) => {
      const seat = id ?? (client.phase.at === 'live' ? client.phase.viewer.seats[0] : undefined)
      return seat === undefined ? [] : [done(client.send(this.#stream, seat, 'signIn', { seatId: seat }))]
    })
    const byDesk = others.map(({ seatId: id }) => this.#desk('signIn', { seatId: id }))
    await Promise.all([...own, ...byDesk])
    if (excused !== undefined) await this.#desk('recordLeave', { seatId: excused.seatId, reason: '家中有事（示例）' })
    const excusedCount = excused === undefined ? 0 : 1
    return `${own.length + others.length} 人到会（其中 ${byDesk.length} 人由操作台代签），请假 ${excusedCount} 人`
  }

  async item(item: SampleItem & { readonly itemId: ItemId }): Promise<void> {
    const { step } = this.#stage
    await step('议题开始', async () => {
      await this.chair('startItem', { itemId: item.itemId })
      return item.title
    })
    await step('发言', () => this.#speak(item))
    await step('大家记笔记', () => this.#writers.type(item.itemId, item.notes))
    await step('记要点', async () => {
      for (const point of item.points) {
        await this.#by(this.#seating.withDevice[1], 'addPoint', {
          pointId: this.#mint(pointId),
          itemId: item.itemId,
          ...point,
        })
      }
      return `${item.points.length} 条`
    })
    if (item.motion !== null) await this.#decide(item, item.motion)
    await step('议题结束', async () => {
      await this.chair('finishItem', { itemId: item.itemId })
      return item.title
    })
  }

  async #speak(item: SampleItem): Promise<string> {
    const speakers = this.#stage.chance.shuffled(this.#present().filter((person) => person.kind !== 'convener'))
    const turns = item.speeches.flatMap((stance, index) => {
      const person = speakers[index % Math.max(1, speakers.length)]
      return person === undefined ? [] : [{ person, stance, speechId: this.#mint(speechId) }]
    })
    for (const { person, ...asked } of turns) {
      await this.#for(person, 'requestFloor', { ...asked, seatId: person.seatId, kind: 'ordinary' })
    }
    for (const { person, ...turn } of turns) {
      await this.chair('callNextSpeaker', {})
      await this.#for(person, 'endSpeech', { speechId: turn.speechId })
      this.speeches += 1
    }
    return turns.map(({ person }) => person.name).join('、')
  }

  async #decide(item: SampleItem & { readonly itemId: ItemId }, motion: string): Promise<void> {
    const { desk, step } = this.#stage
    const vote = this.#mint(voteId)
    const resolution = this.#mint(resolutionId)
    await step('开始表决', async () => {
      await this.chair('openVote', { voteId: vote, itemId: item.itemId, motion })
      return motion
    })
    await step('投票', () => this.#castAll(item, vote))
    await step('宣布结果', async () => {
      await this.chair('closeVote', { voteId: vote, resolutionId: resolution })
      const past = await waitFor('表决结果', () => this.#held().voting.past.find((one) => one.voteId === vote))
      if (past.phase !== 'closed') throw new Error('the vote was closed')
      const { passed, sentence, valid } = past.verdict
      if (!valid || passed !== (item.vote === 'passes')) throw new Error(`表决结果与剧本不符：${sentence}`)
      return sentence
    })
    const { worksheet } = item
    if (worksheet === null) return
    await step('开出工单', async () => {
      const id = this.#mint(worksheetId)
      const dueOn = chinaDate(desk.hostNow() + worksheet.dueInDays * DAY_MS)
      await this.#by(this.#seating.withDevice[1], 'assignWorksheet', {
        worksheetId: id,
        resolutionId: resolution,
        unit: worksheet.unit,
        dueOn,
      })
      const council = this.#held().councilId
      const issued = await waitFor('工单', () =>
        desk.copies.ledger(council)?.worksheets.find((one) => one.worksheetId === id),
      )
      return `${issued.number}，${issued.unit}，${issued.dueOn} 前办结`
    })
  }

  /** All electors vote at the same moment; just enough are in favour, or just too few. */
  async #castAll(item: SampleItem, vote: ReturnType<typeof voteId.mint>): Promise<string> {
    const { chance } = this.#stage
    const electors = chance.shuffled(this.#present().filter((person) => person.voting))
    // The chair's connection has heard of the vote; the desk's own may hear of it a moment later.
    const { entitled } = await waitFor('表决开始', () => {
      const { open } = this.#held().voting
      return open?.voteId === vote ? open : undefined
    })
    const half = Math.floor(entitled / 2)
    const inFavour = item.vote === 'passes' ? chance.between(half + 1, electors.length) : chance.between(1, half)
    const cast = electors.map((person, index) => {
      const option = index < inFavour ? 'for' : chance.next() < 0.7 ? 'against' : 'abstain'
      const attendee = this.#room.find((one) => one.seatId === person.seatId)
      if (attendee !== undefined) return done(attendee.client.castBallot(this.#meeting, vote, person.seatId, option))
      return this.#desk('enterBallot', { voteId: vote, ballotId: this.#mint(ballotId), option, seatId: person.seatId })
    })
    await Promise.all(cast)
    return `${cast.length} 张票全部记录`
  }

  #present(): readonly Person[] {
    return [...this.#seating.withDevice, ...this.#seating.withoutDevice.slice(1)]
  }

  /** Through the person's own device, or through the desk. */
  #for(person: Person, type: string, data: unknown): Promise<Answer> {
    const hasDevice = this.#seating.withDevice.includes(person)
    return hasDevice ? this.#by(person, type, data) : this.#desk(type, data)
  }

  #by(person: Person | undefined, type: string, data: unknown): Promise<Answer> {
    const attendee = this.#room.find((one) => one.seatId !== null && one.seatId === person?.seatId)
    if (attendee === undefined || attendee.seatId === null) throw new Error(`nobody to do ${type}`)
    return done(attendee.client.send(this.#stream, attendee.seatId, type, data))
  }

  #desk(type: string, data: unknown): Promise<Answer> {
    return done(this.#stage.desk.send(this.#stream, null, type, data))
  }

  #mint<T>(kind: { readonly mint: (random: Chance['bytes']) => T }): T {
    return kind.mint(this.#stage.chance.bytes)
  }

  #held(): HeldMeeting {
    const state = this.#stage.desk.copies.meeting(this.#meeting)
    if (state === null || state.phase === 'unopened') throw new Error('the meeting is open')
    return state
  }

  get #stream() {
    return meetingStream(this.#meeting)
  }
}

/** The demo expects every command to be accepted. */
async function done(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer
  if (!given.ok) throw new Error(`${given.sentence}（${given.rejection.code}）`)
  return given
}
