import type { CommandId, MeetingId, SpeechId } from '../../../shared/core/ids.ts'
import { deadline } from '../../../shared/meeting/floor/clock.ts'
import { currentRules } from '../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor } from '../../../shared/meeting/floor/state.ts'
import type { MeetingState } from '../../../shared/meeting/state.ts'

/** Nobody speaks for longer: a clock that was set back a month would otherwise ask for a wait that timers cannot keep. */
const LONGEST_WAIT_MS = 60 * 60 * 1000

type Services = {
  /** ms since 1970. */
  readonly now: () => number
  readonly mintCommandId: () => CommandId
  readonly send: (meetingId: MeetingId, id: CommandId, speechId: SpeechId) => void
}

/** 到时即止: one timer for each meeting in which a speech ends by itself. What it sends is decided like any other command. */
export class SpeechTimers {
  readonly #services: Services
  readonly #timers = new Map<MeetingId, NodeJS.Timeout>()

  constructor(services: Services) {
    this.#services = services
  }

  /** The meeting has changed, or was found at the start. */
  look(meeting: MeetingState): void {
    if (meeting.phase === 'unopened') return
    const { meetingId } = meeting
    clearTimeout(this.#timers.get(meetingId))
    this.#timers.delete(meetingId)
    const speech = meeting.phase === 'open' && currentRules(meeting).hardEnd ? onFloor(meeting.floor) : null
    const until = speech === null ? null : deadline(speech)
    if (speech === null || until === null) return
    const { mintCommandId, now, send } = this.#services
    const wait = Math.min(Math.max(0, until - now()), LONGEST_WAIT_MS)
    const timer = setTimeout(() => send(meetingId, mintCommandId(), speech.speechId), wait)
    this.#timers.set(meetingId, timer)
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }
}
