import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { daysUntil } from '../papers/due-text.ts'

/** Closer than this a deadline is shown in amber. */
const SOON_DAYS = 3

/** 要盯的工单: what this council has given to whom, the nearest deadline first. Practice is not counted. */
export function WorksheetsDue({ council }: { readonly council: FoundedCouncil }) {
  const client = useHall()
  const now = client.hostNow()
  const worksheets = (client.copies.ledger(council.councilId)?.worksheets ?? [])
    .filter((worksheet) => worksheet.practice !== true)
    .map((worksheet) => ({ ...worksheet, days: daysUntil(worksheet.dueOn, now) }))
    .sort((a, b) => a.days - b.days)
  return (
    <aside className="start-due" aria-label="交办的工单">
      <h2 className="song">
        交办的工单 <span className="note">{worksheets.length} 件</span>
      </h2>
      {worksheets.length === 0 && <p className="sub">表决通过的事项交办后，责任单位和时限列在这里。</p>}
      <ul>
        {worksheets.map(({ days, dueOn, matter, number, unit, worksheetId }) => (
          <li key={worksheetId}>
            <div>
              <p className="one" title={matter}>
                {matter}
              </p>
              <p className="note one">
                {unit}　限 {dueOn}　{number}
              </p>
            </div>
            <span className={`tag ${days < 0 ? 'late' : days <= SOON_DAYS ? 'warn' : ''}`}>
              {days < 0 ? `● 超期 ${-days} 天` : days === 0 ? '今天到期' : `还有 ${days} 天`}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  )
}
