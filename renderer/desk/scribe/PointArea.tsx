import { useEffect, useRef } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { useDesk } from '../desk-context.tsx'
import { type ChangedPoint, emptyPoint, isChangedPoint, isNewPoint } from './drafts.ts'
import { PointEntry } from './PointEntry.tsx'
import { PointList } from './PointList.tsx'
import { PointStrip } from './PointStrip.tsx'
import { pointKinds } from './point-kinds.ts'
import type { PointKind } from './points-shown.ts'
import { RecordRail } from './RecordRail.tsx'
import { useFunctionKeys } from './use-function-keys.ts'
import { usePoints } from './use-points.ts'

type Props = {
  readonly itemId: ItemId
  /** Whether what the machine wrote stands above the points. */
  readonly rail?: boolean
}

/** One item's record: what the machine wrote by time, the scribe's points under it, and the line for the next one. */
export function PointArea({ itemId, rail = true }: Props) {
  const { client, meeting } = useDesk()
  const { add, forget, points, putBack, revise, takenOut, takeOut } = usePoints(itemId)
  const [draft, setDraft] = useDraft(`point.${meeting.meetingId}.${itemId}`, emptyPoint, isNewPoint)
  const [changed, setChanged] = useDraft<ChangedPoint | null>(`change.${meeting.meetingId}`, null, isChangedPoint)
  const input = useRef<HTMLTextAreaElement>(null)
  const lines = useRef<HTMLDivElement>(null)
  const offline = client.phase.at !== 'live'
  const editable = meeting.phase !== 'sealed'
  const isThere = points.some((point) => point.pointId === changed?.pointId)
  const orphan = changed?.itemId === itemId && !isThere && editable ? changed : null
  const choose = (kind: PointKind) => {
    if (!editable) return
    if (changed?.itemId === itemId && orphan === null) setChanged({ ...changed, kind })
    else {
      setDraft((old) => ({ ...old, kind }))
      input.current?.focus()
    }
  }
  useFunctionKeys(Object.fromEntries(pointKinds.map(({ key, kind }) => [key, () => choose(kind)])))
  // The button that was pressed is gone with its row: the caret goes to where the next thing is typed.
  const thenType = (act: () => void) => {
    act()
    input.current?.focus()
  }
  const count = points.length
  const previous = useRef(-1)
  // The newest is at the foot: there at once, and again after each point that comes.
  useEffect(() => {
    if (count > previous.current) lines.current?.scrollTo({ top: lines.current.scrollHeight })
    previous.current = count
  }, [count])
  return (
    <section className="points" aria-label="记录和要点">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <div className="points-lines" ref={lines} tabIndex={0}>
        {rail && <RecordRail itemId={itemId} />}
        <PointList
          itemId={itemId}
          points={points}
          offline={offline}
          editable={editable}
          changed={changed}
          onChange={(next) => (next === null ? thenType(() => setChanged(null)) : setChanged(next))}
          onRevise={revise}
          onTakeOut={(point) => thenType(() => void takeOut(point))}
        />
        {points.length === 0 && (
          <p className="rail-none">
            {editable ? '还没有要点。下面写一句，回车就记下；写错了点一下就能改。' : '这一项没有要点。'}
          </p>
        )}
      </div>
      {takenOut !== null && (
        <PointStrip
          happened={takenOut.refused ? '没有记上' : '已删去'}
          words={takenOut.point.text}
          act={takenOut.refused ? '再记一次' : '撤销'}
          onAct={() => thenType(putBack)}
          onForget={() => thenType(forget)}
        />
      )}
      {orphan !== null && (
        <PointStrip
          happened="您在改的一条刚在别处删去了"
          words={orphan.text}
          act="当新的一条记下"
          onAct={() =>
            thenType(() => {
              setChanged(null)
              void add(orphan.kind, orphan.text)
            })
          }
          onForget={() => thenType(() => setChanged(null))}
        />
      )}
      {editable ? (
        <PointEntry
          input={input}
          draft={draft}
          onDraft={setDraft}
          onAdd={({ kind, text }) => add(kind, text)}
          offline={offline}
        />
      ) : (
        <p className="points-sealed">记录已封存，不再改动。需要更正时，请另写说明。</p>
      )}
    </section>
  )
}
