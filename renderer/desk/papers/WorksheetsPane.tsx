import './papers.css'
import { IconFileTypeDocx } from '@tabler/icons-react'
import { Button } from 'antd'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { Paper } from '../../../shared/protocol/client-frames.ts'
import { useDesk } from '../desk-context.tsx'
import { AssignWorksheet } from './AssignWorksheet.tsx'
import { useSavedPapers } from './use-saved-papers.ts'

/** 红色议事工单: every resolution with its worksheet, given out here where it has not been yet. */
export function WorksheetsPane() {
  const { client, meeting, meetingId } = useDesk()
  const { busy, save } = useSavedPapers()
  const { resolutions } = meeting.voting
  const offline = client.phase.at !== 'live'
  const given = new Set(meeting.followUp.map((one) => one.resolutionId))
  const missing = resolutions.filter((resolution) => !given.has(resolution.resolutionId)).length
  const paperOf = (resolutionId: (typeof resolutions)[number]['resolutionId']): Paper => {
    return { kind: 'worksheet', meetingId, resolutionId }
  }
  return (
    <section className="worksheets-pane" aria-labelledby="worksheets-pane">
      <header>
        <h2 id="worksheets-pane" className="song">
          红色议事工单
        </h2>
        {meeting.practice && <span className="tag warn">练习，不编号</span>}
        <span className="note grow">{summary(resolutions.length, missing)}</span>
        {resolutions.length > 1 && (
          <Button
            icon={<IconFileTypeDocx size={20} />}
            loading={busy}
            disabled={offline}
            onClick={() => save(resolutions.map(({ resolutionId }) => paperOf(resolutionId)))}
          >
            全部存成 Word
          </Button>
        )}
      </header>
      {offline && <p className="hint">连接断了，恢复后才能存成 Word。已交办的都在主机上，没有丢。</p>}
      {resolutions.length === 0 ? (
        <p className="worksheets-none">
          {meeting.form.decision === 'vote'
            ? '还没有通过的决议。表决通过一件，这里就多一张工单；没有表决的事，记成“议定事项”或“待办”，会进纪要。'
            : '还没有结论。写下一条共识或处置情况，这里就多一张工单；只是商量过的事，记成要点，会进纪要。'}
        </p>
      ) : (
        <ol className="worksheets">
          {resolutions.map(({ itemId, resolutionId, text }) => {
            const index = meeting.agenda.findIndex((item) => item.itemId === itemId)
            return (
              <li key={resolutionId} className="worksheet sheet">
                <div className="grow">
                  <p className="note">
                    议题{chineseNumber(index + 1)}、{meeting.agenda[index]?.title}
                  </p>
                  <p className="worksheet-matter">{text}</p>
                  <AssignWorksheet resolutionId={resolutionId} />
                </div>
                <Button
                  icon={<IconFileTypeDocx size={20} />}
                  loading={busy}
                  disabled={offline}
                  aria-label={`把“${text}”的工单存成 Word`}
                  onClick={() => save([paperOf(resolutionId)])}
                >
                  存成 Word
                </Button>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

function summary(all: number, missing: number): string {
  if (all === 0) return ''
  return missing === 0 ? `共 ${all} 张，都已交办` : `共 ${all} 项决议，${missing} 项还没有交办`
}
