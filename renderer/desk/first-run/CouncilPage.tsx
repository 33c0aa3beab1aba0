import { App, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import type { CouncilId } from '../../../shared/core/ids.ts'
import { councilStream } from '../../../shared/streams/stream-name.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { useNotices } from '../desk-context.tsx'
import { Connecting } from '../frame/Connecting.tsx'
import { go } from '../place.ts'
import { type CouncilDraft, councilFault, draftOf, type Level, levelNames, newCouncil } from './council-draft.ts'
import { RosterTable } from './RosterTable.tsx'
import { emptiedFault } from './roster-edit.ts'
import { leaving, rosterSteps } from './roster-steps.ts'
import { SetupPage } from './SetupPage.tsx'
import { useCouncilEdit } from './use-council-edit.ts'

/** Step 1 组织: founds a council with its roster; with an id, changes the roster of a council that is there. */
export function CouncilPage({ councilId }: { readonly councilId: CouncilId | null }) {
  const client = useHall()
  const [blank] = useState(newCouncil)
  if (councilId === null) return <CouncilForm draftName="council" start={blank} />
  const council = client.copies.council(councilId)
  if (council?.phase !== 'founded') return <Connecting />
  return <CouncilForm draftName={`roster.${councilId}`} start={draftOf(council, client.names)} />
}

function CouncilForm({ draftName, start }: { readonly draftName: string; readonly start: CouncilDraft }) {
  const client = useHall()
  const { modal } = App.useApp()
  const { refuse, say } = useNotices()
  const { attempt, change, draft, forget, isStale, lost } = useCouncilEdit(draftName, start)
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const foundedNow = () => {
    const council = client.copies.council(draft.councilId)
    return council?.phase === 'founded' ? council : null
  }
  const founded = foundedNow()
  const revising = draftName !== 'council'
  const fault = councilFault(draft) ?? emptiedFault(draft.rows, client.names)
  const nameId = useId()
  const codeId = useId()

  const store = async () => {
    // Changed by somebody else while the question was open: the page says so, and has the newest roster.
    if (isStale()) return
    setBusy(true)
    attempt()
    const stream = councilStream(draft.councilId)
    const { code, councilId, level, name } = draft
    // The council's stream has to be there before anything can be added to it.
    const founding =
      foundedNow() === null
        ? await client.send(stream, null, 'foundCouncil', { councilId, name: name.trim(), code, level })
        : null
    const answers =
      founding?.ok === false
        ? [founding]
        : await Promise.all(
            rosterSteps(foundedNow(), client.names, draft).map((step) =>
              client.send(step.stream === 'contacts' ? 'contacts' : stream, null, step.type, step.data),
            ),
          )
    setBusy(false)
    const refused = answers.find((answer) => !answer.ok)
    if (refused !== undefined && !refused.ok) return refuse(refused.sentence)
    // The next council begins with an empty form, the next look at this roster with what the host has.
    forget()
    if (revising) say('名册已改好，下一次会议起用')
    go(revising ? { at: 'start' } : { at: 'convene', councilId })
  }
  const save = () => {
    setTried(true)
    if (fault !== null || busy) return
    const gone = leaving(founded, draft.removed)
    if (gone.length === 0) return void store()
    modal.confirm({
      title: `将撤下 ${gone.length} 席：${gone.map((seatId) => nameOf(client, seatId)).join('、')}`,
      content: '从下一次会议起不再有这些席位；开过的会和记录不变。',
      okText: '撤下并存好',
      cancelText: '再看看',
      onOk: () => void store(),
    })
  }

  return (
    <SetupPage
      at={revising ? null : 0}
      title={revising ? `${draft.name}名册` : '建组织'}
      detail={revising ? '改动从下一次会议起用，开过的会不变' : '第一步，共三步'}
      fault={tried ? fault : null}
      next={revising ? '存好名册' : '下一步：会议'}
      busy={busy}
      onNext={save}
    >
      {!revising && (
        <section className="sheet setup-sheet">
          <div className="field">
            <label htmlFor={nameId}>组织名称</label>
            <Input
              id={nameId}
              autoFocus
              value={draft.name}
              disabled={founded !== null}
              placeholder="例如：××社区红色议事厅"
              onChange={(event) => change({ ...draft, name: event.target.value })}
            />
          </div>
          <div className="field field-short">
            <label htmlFor={codeId}>短码</label>
            <Input
              id={codeId}
              value={draft.code}
              disabled={founded !== null}
              maxLength={12}
              onChange={(event) =>
                change({ ...draft, code: event.target.value.toUpperCase().replace(/[^A-Z0-9]/g, '') })
              }
            />
            <span className="note">用在工单编号里，如 2026-{draft.code || '短码'}-0001</span>
          </div>
          <fieldset className="field">
            <legend>层级</legend>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              value={draft.level}
              disabled={founded !== null}
              options={Object.entries(levelNames).map(([value, label]) => ({ value, label }))}
              onChange={(event) => change({ ...draft, level: event.target.value as Level })}
            />
          </fieldset>
        </section>
      )}
      <section className="sheet setup-sheet setup-wide" aria-label="名册">
        <h2 className="song">名册</h2>
        {lost && (
          <p className="sub" role="status">
            名册在别处改过，已换成最新的；您没存的改动没有带过来。
          </p>
        )}
        <RosterTable
          rows={draft.rows}
          onChange={(rows, gone) =>
            change({ ...draft, rows, removed: gone === undefined ? draft.removed : [...draft.removed, gone] })
          }
        />
      </section>
    </SetupPage>
  )
}
