import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Deliveries } from '../../../main/host/live/deliveries.ts'
import { Session } from '../../../main/host/live/session.ts'
import type { ShownBatch } from '../../../main/host/streams/live-stream.ts'
import { councilId, meetingId, type SeatId, seatId } from '../../../shared/core/ids.ts'
import type { HostFrame } from '../../../shared/protocol/host-frames.ts'
import { councilStream, meetingStream } from '../../../shared/streams/stream-name.ts'
import { seededBytes } from '../../fixtures/seeded-random.ts'

const random = seededBytes(5)
const meeting = meetingStream(meetingId.mint(random))
const council = councilStream(councilId.mint(random))

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'] }))
afterEach(() => void vi.useRealTimers())

/** A hall of so many people; telling one of them takes `costMs` of a clock that nothing else moves. */
function crowd(people: number, costMs: number) {
  let clock = 0
  const sessions = new Set<Session>()
  const faults: unknown[] = []
  const deliveries = new Deliveries(
    () => sessions,
    (error) => faults.push(error),
    () => clock,
  )
  const enter = (seats: readonly SeatId[] = [], told = 0) => {
    const frames: HostFrame[] = []
    const socket = {
      address: '',
      isLoopback: false,
      send: (text: string | Buffer) => {
        clock += costMs
        frames.push(JSON.parse(text.toString()))
      },
      bufferedBytes: () => 0,
      close: () => undefined,
    }
    const session = new Session(socket, 0, {
      sending: (one) => deliveries.catchUp(one),
      gone: () => sessions.delete(session),
    })
    session.goLive({ kind: 'operator' }, { role: 'member', seats })
    for (const stream of [meeting, council]) session.follows.set(stream, told)
    sessions.add(session)
    return { session, frames, numbers: () => frames.flatMap(numbersOf), seqs: () => frames.flatMap(seqOf) }
  }
  const everybody = Array.from({ length: people }, () => enter())
  const [first, last] = [everybody[0], everybody[everybody.length - 1]]
  if (first === undefined || last === undefined) throw new Error('nobody is there')
  return { deliveries, enter, everybody, faults, first, last }
}

const numbersOf = (frame: HostFrame): readonly unknown[] => (frame.t === 'events' ? frame.events : [])
const seqOf = (frame: HostFrame): readonly number[] => (frame.t === 'events' ? [frame.seq] : [])

/** The batch with this number, whose one event is its number; its owner is shown its name as well. */
const batch = (seq: number, { stream = meeting, owner = null as SeatId | null } = {}): ShownBatch => ({
  stream,
  seq,
  mark: `m${seq}`,
  types: new Set(['pointAdded']),
  seatsShownMore: new Set(owner === null ? [] : [owner]),
  shownTo: ({ seats }) => (owner !== null && seats.includes(owner) ? [`${seq} ${owner}`] : [seq]),
})

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('what is told to everybody', () => {
  it('goes out at once, batch by batch, where few are there', () => {
    const { deliveries, everybody } = crowd(50, 0.01)
    for (const seq of numbers(1, 3)) deliveries.add(batch(seq))
    for (const { seqs } of everybody) expect(seqs()).toEqual([1, 2, 3])
  })

  it('goes out at once to the first fifty of a crowd, and to the others after whatever waits for its turn', () => {
    const { deliveries, everybody } = crowd(120, 1)
    deliveries.add(batch(1))
    expect(everybody.map(({ frames }) => frames.length)).toEqual([...Array(50).fill(1), ...Array(70).fill(0)])
    vi.runAllTimers()
    for (const { numbers: heard } of everybody) expect(heard()).toEqual([1])
  })

  it('is gathered while a crowd is being told: all of it, once, in order, in few frames', () => {
    const { deliveries, everybody } = crowd(120, 1)
    for (const seq of numbers(1, 200)) deliveries.add(batch(seq))
    vi.runAllTimers()
    for (const { frames, numbers: heard } of everybody) {
      expect(heard()).toEqual(numbers(1, 200))
      expect(frames.length).toBeLessThanOrEqual(3)
    }
  })

  it('leaves the machine three times as long as it took', () => {
    const { deliveries, first } = crowd(100, 1)
    deliveries.add(batch(1))
    vi.advanceTimersByTime(0)
    deliveries.add(batch(2))
    vi.advanceTimersByTime(299)
    expect(first.numbers()).toEqual([1])
    vi.advanceTimersByTime(1)
    expect(first.numbers()).toEqual([1, 2])
  })

  it('comes before an answer to the same connection, and not a second time', () => {
    const { deliveries, everybody, last } = crowd(120, 1)
    for (const seq of numbers(1, 5)) deliveries.add(batch(seq))
    last.session.send({ t: 'pong', sent: 1, at: 1 })
    expect(last.frames.map((frame) => frame.t)).toEqual(['events', 'pong'])
    expect(last.numbers()).toEqual(numbers(1, 5))
    vi.runAllTimers()
    for (const one of everybody) expect(one.numbers()).toEqual(numbers(1, 5))
  })

  it('comes before a goodbye too', () => {
    const { deliveries, last } = crowd(120, 1)
    deliveries.add(batch(1))
    last.session.close('hostEnding')
    expect(last.frames.map((frame) => frame.t)).toEqual(['events', 'goodbye'])
  })

  it('says more to the owner of an event, wherever it stands among others', () => {
    const owner = seatId.mint(random)
    const { deliveries, enter, first } = crowd(120, 1)
    const own = enter([owner])
    deliveries.add(batch(1))
    deliveries.add(batch(2, { owner }))
    deliveries.add(batch(3))
    vi.runAllTimers()
    expect(own.numbers()).toEqual([1, `2 ${owner}`, 3])
    expect(first.numbers()).toEqual([1, 2, 3])
  })

  it('keeps the streams apart, each with its own count', () => {
    const { deliveries, last } = crowd(120, 1)
    deliveries.add(batch(1))
    deliveries.add(batch(1, { stream: council }))
    deliveries.add(batch(2))
    vi.runAllTimers()
    expect(last.frames).toEqual([
      { t: 'events', stream: meeting, seq: 2, mark: 'm2', events: [1, 2] },
      { t: 'events', stream: council, seq: 1, mark: 'm1', events: [1] },
    ])
  })

  it('does not repeat what a snapshot has told', () => {
    const { deliveries, enter } = crowd(120, 1)
    for (const seq of numbers(1, 5)) deliveries.add(batch(seq))
    const late = enter([], 4)
    vi.runAllTimers()
    expect(late.numbers()).toEqual([5])
  })

  it('is told to everybody at once where it must be, and those who come next start afresh', () => {
    const { deliveries, everybody } = crowd(120, 1)
    for (const seq of numbers(1, 5)) deliveries.add(batch(seq))
    deliveries.deliver()
    for (const { numbers: heard } of everybody) expect(heard()).toEqual(numbers(1, 5))
    deliveries.add(batch(6))
    vi.runAllTimers()
    for (const { numbers: heard } of everybody) expect(heard()).toEqual(numbers(1, 6))
  })

  it('is told to others although it cannot be shown to one, who comes again for a whole copy', () => {
    const owner = seatId.mint(random)
    const { deliveries, enter, everybody, faults } = crowd(120, 1)
    const unlucky = enter([owner])
    const shownTo: ShownBatch['shownTo'] = ({ seats }) => {
      if (seats.includes(owner)) throw new Error('no such event')
      return [2]
    }
    deliveries.add(batch(1))
    deliveries.add({ ...batch(2, { owner }), shownTo })
    deliveries.add(batch(3))
    vi.runAllTimers()
    expect(faults).toHaveLength(1)
    expect(unlucky.frames).toEqual([])
    expect(unlucky.session.stage.at).toBe('gone')
    for (const { numbers: heard } of everybody) expect(heard()).toEqual([1, 2, 3])
  })

  it('is told to nobody after the end', () => {
    const { deliveries, last } = crowd(120, 1)
    deliveries.add(batch(1))
    deliveries.end()
    vi.runAllTimers()
    expect(last.frames).toEqual([])
  })
})
