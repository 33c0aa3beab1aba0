import { useState } from 'react'
import { type ItemId, pointId } from '../../../shared/core/ids.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { useDesk } from '../desk-context.tsx'
import { type Point, type PointKind, pointsShown, type ShownPoint } from './points-shown.ts'

/** A point that was just taken out, or whose words the host refused: it can be put back. */
export type TakenOut = { readonly point: Point; readonly itemId: ItemId; readonly refused: boolean }

/** An item's points and what can be done to them; a refused point is kept, so that nothing typed is lost. */
export function usePoints(itemId: ItemId) {
  const { act, client, meeting } = useDesk()
  const [takenOut, setTakenOut] = useState<TakenOut | null>(null)
  const add = async (point: Point) => {
    const answer = await act('addPoint', { ...point, itemId })
    if (!answer.ok) setTakenOut({ point, itemId, refused: true })
  }
  return {
    points: pointsShown(meeting, itemId, client.pending),
    takenOut: takenOut?.itemId === itemId ? takenOut : null,
    add: (kind: PointKind, text: string) => add({ pointId: pointId.mint(randomBytes), kind, text }),
    revise: async (point: Point) => {
      const answer = await act('revisePoint', { ...point, itemId })
      if (!answer.ok) setTakenOut({ point, itemId, refused: true })
    },
    takeOut: async ({ kind, pointId: id, text }: ShownPoint) => {
      const answer = act('withdrawPoint', { pointId: id, itemId })
      setTakenOut({ point: { kind, pointId: id, text }, itemId, refused: false })
      if (!(await answer).ok) setTakenOut(null)
    },
    putBack: () => {
      setTakenOut(null)
      if (takenOut !== null) void add(takenOut.point)
    },
    forget: () => setTakenOut(null),
  }
}
