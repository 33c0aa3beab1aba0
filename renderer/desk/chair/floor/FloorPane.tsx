import './floor.css'
import { useState } from 'react'
import { useDesk } from '../../desk-context.tsx'
import { useKeys } from '../../frame/use-keys.ts'
import { NextAct } from './NextAct.tsx'
import { Queue } from './Queue.tsx'
import { Speaker } from './Speaker.tsx'
import { StandInBar } from './StandInBar.tsx'
import { useFloorActs } from './use-floor-acts.ts'

/** The floor: who speaks, the clock, the one act that is next, who waits. */
export function FloorPane() {
  const { meeting } = useDesk()
  const [raising, setRaising] = useState(false)
  const acts = useFloorActs()
  useKeys({
    n: () => acts.callNext?.(),
    e: () => acts.end?.(),
    p: () => acts.pauseOrResume?.(),
    t: () => acts.extend?.(),
    z: () => acts.undo?.(),
    h: () => meeting.runningItem !== null && setRaising(true),
  })
  return (
    <>
      <StandInBar acts={acts} />
      <Speaker acts={acts} />
      <NextAct acts={acts} className="next-speaker" />
      <Queue acts={acts} raising={raising} onRaise={setRaising} />
    </>
  )
}
