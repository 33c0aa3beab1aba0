import { IconCalendar } from '@tabler/icons-react'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { chineseNumber } from '../../../../shared/core/chinese-number.ts'
import { type ItemId, type VoteId, voteId } from '../../../../shared/core/ids.ts'
import { rosterUnits } from '../../../../shared/meeting/written-votes/units.ts'
import { OWNERS_CAUTION } from '../../../../shared/wording/cautions.ts'
import { randomBytes } from '../../../connection/browser-runtime.ts'
import { forgetDraft, useDraft } from '../../../connection/use-draft.ts'
import { useDesk } from '../../desk-context.tsx'
import { useLibrary } from '../../library/use-library.ts'
import { dateAfter } from '../../papers/due-text.ts'
import { KindField } from './KindField.tsx'
import { NobodyToAsk } from './NobodyToAsk.tsx'
import { NoticedField, takesNoEnter } from './NoticedField.tsx'
import {
  isOpeningDraft,
  itemFor,
  nothingOpened,
  type OpeningDraft,
  suggestedToLeave,
  totalsOf,
} from './opening-draft.ts'
import { RuleField } from './RuleField.tsx'
import { TotalsFields } from './TotalsFields.tsx'
import { WhoIsAsked } from './WhoIsAsked.tsx'
import { ruleForMatter, type WrittenRule, writtenRules } from './written-rules.ts'

const MAX_MOTION = 300
const MAX_DETAILS = 2_000
/** Days that are usual for papers to come back. */
const USUAL_DAYS = [7, 15, 30]

type Props = { readonly asked: ItemId | null; readonly onOpened: (voteId: VoteId) => void }

/** 发起: everything that is frozen when the first paper may be handed out. */
export function OpenWrittenVote({ asked, onOpened }: Props) {
  const { act, client, meeting, say } = useDesk()
  const { rulePacks } = useLibrary()
  const name = `written.${meeting.meetingId}`
  const [draft, setDraft] = useDraft<OpeningDraft>(name, nothingOpened, isOpeningDraft)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const { agenda, attendance } = meeting
  const change = (part: Partial<OpeningDraft>) => setDraft((old) => ({ ...old, ...part }))
  const { details, dueOn, kind, matter, motion, noticedOn } = draft
  const itemId = itemFor(draft, asked, agenda)
  const known = rosterUnits(attendance.seats, kind)
  const left = new Set<string>(draft.left ?? suggestedToLeave(known, attendance.seats))
  const units = known.filter(({ unitId }) => !left.has(unitId))
  const now = client.hostNow()
  const rulesFor = (named: string | null) =>
    itemId === null ? [] : writtenRules(meeting, { itemId, kind, matter: named, noticedOn }, rulePacks, now)
  const rules = rulesFor(matter)
  const chosen = rules.find(({ rule }) => rule.ruleId === draft.ruleId) ?? null
  const { fault: totalsFault, totals } = totalsOf(draft, units)
  const lacking = lackingWords(draft, units.length, chosen)
  const hindered =
    itemId === null ||
    lacking !== null ||
    (chosen !== null && chosen.fault !== null) ||
    (kind === 'owners' && totalsFault !== null)
  const open = async () => {
    if (itemId === null) return
    setBusy(true)
    const mine = voteId.mint(randomBytes)
    const answer = await act('openWrittenVote', {
      voteId: mine,
      itemId,
      kind,
      motion: motion.trim(),
      ...(details.trim() === '' ? {} : { details: details.trim() }),
      rule: chosen?.rule ?? null,
      ...(kind === 'owners' && matter !== null ? { matter } : {}),
      ...(noticedOn === null ? {} : { noticedOn }),
      dueOn,
      unitIds: units.map(({ unitId }) => unitId),
      ...(kind === 'owners' ? { totals } : {}),
    })
    setBusy(false)
    if (!answer.ok) return
    flushSync(() => setDraft(nothingOpened))
    forgetDraft(name)
    say('已发起，可以发票了')
    onOpened(mine)
  }
  return (
    <form
      className="written-form"
      aria-label="发起书面表决"
      onSubmit={(event) => {
        event.preventDefault()
        if (!hindered && !busy) void open()
      }}
    >
      <h2 className="song">发起一件书面表决</h2>
      <KindField kind={kind} onChange={(to) => change({ kind: to, left: null, ruleId: null })} />
      {known.length === 0 ? (
        <NobodyToAsk kind={kind} />
      ) : (
        <>
          <div className="field">
            <label htmlFor={`${id}-item`}>属于哪个议题</label>
            <Select<ItemId>
              id={`${id}-item`}
              value={itemId}
              options={agenda.map((item, index) => ({
                value: item.itemId,
                label: `${chineseNumber(index + 1)}、${item.title}`,
              }))}
              onChange={(to) => change({ itemId: to })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-motion`}>{kind === 'survey' ? '征求意见的事' : '表决的事'}</label>
            <Input.TextArea
              id={`${id}-motion`}
              className="song"
              rows={2}
              maxLength={MAX_MOTION}
              value={motion}
              placeholder="写成能答同意或反对的一句话，例如：同意更换小区大门"
              onChange={(event) => change({ motion: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-details`}>说明（可以不写）</label>
            <Input.TextArea
              id={`${id}-details`}
              rows={3}
              maxLength={MAX_DETAILS}
              value={details}
              placeholder="方案要点、费用、谁来办，会印在票上"
              onChange={(event) => change({ details: event.target.value })}
            />
          </div>
          <RuleField
            kind={kind}
            matter={matter}
            rules={rules}
            chosen={chosen}
            onMatter={(to) => change({ matter: to, ruleId: ruleForMatter(rulesFor(to), to)?.ruleId ?? draft.ruleId })}
            onRule={(ruleId) => change({ ruleId })}
          />
          {itemId !== null && (
            <NoticedField
              itemId={itemId}
              noticedOn={noticedOn}
              rule={chosen?.rule ?? null}
              now={now}
              onChange={(to) => change({ noticedOn: to })}
            />
          )}
          <WhoIsAsked kind={kind} known={known} left={left} onChange={(to) => change({ left: to })} />
          {kind === 'owners' && <TotalsFields draft={draft} totals={totals} fault={totalsFault} onChange={change} />}
          <div className="field">
            <label htmlFor={`${id}-due`}>交回的截止日期（可以不设）</label>
            <div className="row wrap">
              <DatePicker
                id={`${id}-due`}
                format="YYYY年M月D日"
                placeholder="不设截止日期"
                suffixIcon={<IconCalendar size={18} aria-hidden="true" />}
                value={dueOn === null ? null : dayjs(dueOn)}
                minDate={dayjs(dateAfter(now, 0))}
                showNow={false}
                onKeyDown={takesNoEnter}
                onChange={(date) => change({ dueOn: date === null ? null : date.format('YYYY-MM-DD') })}
              />
              {USUAL_DAYS.map((days) => (
                <Button
                  key={days}
                  size="small"
                  aria-pressed={dueOn === dateAfter(now, days)}
                  onClick={() => change({ dueOn: dateAfter(now, days) })}
                >
                  {days} 天
                </Button>
              ))}
            </div>
            <span className="note">过了这一天收回的票不计入。</span>
          </div>
          {kind === 'owners' && <p className="written-caution">业主事项{OWNERS_CAUTION}。</p>}
          <div className="written-end">
            <Button type="primary" htmlType="submit" size="large" disabled={hindered} loading={busy}>
              发起，开始发票
            </Button>
            <span className="note grow">{lacking ?? '发起以后，事项、规则和截止日期都不能再改；名单还能补。'}</span>
          </div>
        </>
      )}
    </form>
  )
}

function lackingWords(
  { kind, matter, motion }: OpeningDraft,
  asked: number,
  chosen: WrittenRule | null,
): string | null {
  if (motion.trim() === '') return '还没有写要表决的事。'
  if (asked === 0) return '还没有选征求谁。'
  const unmatched = kind === 'owners' && chosen?.rule.matters !== undefined && matter === null
  return unmatched ? '请选是哪一类事项，好核对规则。' : null
}
