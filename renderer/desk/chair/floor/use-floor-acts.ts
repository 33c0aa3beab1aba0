import { type SeatId, type SpeechId, speechId } from '../../../../shared/core/ids.ts'
import { lastSpeech, onFloor, type Speech } from '../../../../shared/meeting/floor/state.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { useDesk } from '../../desk-context.tsx'
import { nextStep } from './next-step.ts'
import { roundSeats } from './round-places.ts'

/** 再给 30 秒. */
export const MORE_SECONDS = 30

/**
 * What a desk can do with the floor as it is; null where it cannot be done now. Every act tells what was seen when it was
 * pressed, so that one that comes late hits nobody else.
 */
export function useFloorActs() {
  const { act, meeting } = useDesk()
  const { floor, runningItem, voting } = meeting
  const speech = onFloor(floor)
  const last: Speech | null = runningItem === null || voting.open !== null ? null : lastSpeech(floor, runningItem)
  const step = nextStep(meeting)
  const paused = speech !== null && speech.runningSince === null
  const seen = speech?.speechId ?? null
  const callNext =
    step?.act === 'call' ? () => void act('callNextSpeaker', { onFloor: seen, speechId: step.place.speechId }) : null
  const end = speech === null ? null : () => void act('endSpeech', { speechId: speech.speechId })
  const pauseOrResume =
    speech === null ? null : () => void act(paused ? 'resumeSpeech' : 'pauseSpeech', { speechId: speech.speechId })
  return {
    speech,
    paused,
    step,
    /** Whoever would be put back by 撤回上一位. */
    last,
    callNext,
    /** Out of turn. */
    call: (called: SpeechId) => void act('callSpeaker', { speechId: called, onFloor: seen }),
    end,
    pauseOrResume,
    doNext: step?.act === 'resume' ? pauseOrResume : step?.act === 'end' ? end : callNext,
    extend:
      speech === null ? null : () => void act('extendSpeech', { speechId: speech.speechId, seconds: MORE_SECONDS }),
    undo: last === null ? null : () => void act('undoSpeech', { speechId: last.speechId }),
    goRound: () => {
      const places = roundSeats(meeting).map((seatId: SeatId) => ({ seatId, speechId: speechId.mint(randomBytes) }))
      return act('goRound', { places })
    },
  }
}

export type FloorActs = ReturnType<typeof useFloorActs>
