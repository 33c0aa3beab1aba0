import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { canonicalJson } from '../../../../shared/core/canonical.ts'
import { speakingRules, speakingSeconds } from '../../../../shared/formats/speaking-rules.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { rulesOf } from '../../../../shared/meeting/floor/rules-in-use.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { forgetDraft, useDraft } from '../../../connection/use-draft.ts'
import { useDesk } from '../../desk-context.tsx'
import { SpeakingRulesForm } from '../../speaking-rules/SpeakingRulesForm.tsx'
import { type SpeakingSettings, settingsFault } from '../../speaking-rules/speaking-settings.ts'
import { StopsNow } from './StopsNow.tsx'

type Props = { readonly item: AgendaItem; readonly open: boolean; readonly onClose: () => void }

/** 本议题的发言规则: what is set here goes for this item alone. */
export function ItemRules({ item, open, onClose }: Props) {
  return (
    <Drawer
      title="本议题的发言规则"
      size={620}
      className="item-rules-drawer"
      open={open}
      onClose={onClose}
      destroyOnHidden
    >
      <RulesOfItem key={item.itemId} item={item} onClose={onClose} />
    </Drawer>
  )
}

/** Null: nothing was changed. */
function isDraft(value: unknown): value is SpeakingSettings | null {
  if (value === null) return true
  if (typeof value !== 'object' || !('rules' in value) || !('seconds' in value)) return false
  return speakingSeconds.safeParse(value.seconds).success && speakingRules.safeParse(value.rules).success
}

function RulesOfItem({ item, onClose }: Pick<Props, 'item' | 'onClose'>) {
  const { act, meeting, say } = useDesk()
  const draftName = `rules.${item.itemId}`
  const [draft, setDraft] = useDraft<SpeakingSettings | null>(draftName, null, isDraft)
  const [tried, setTried] = useState(false)
  const inUse = settingsOf(meeting, item)
  const usual = { seconds: meeting.speakingSeconds, rules: meeting.form.speeches }
  const value = draft ?? inUse
  const fault = settingsFault(value)
  const leave = () => {
    forgetDraft(draftName)
    onClose()
  }
  const set = async (settings: SpeakingSettings, done: string) => {
    const answer = await act('setSpeakingRules', { itemId: item.itemId, ...settings })
    if (!answer.ok) return
    say(done)
    leave()
  }
  const save = () => {
    setTried(true)
    if (fault === null) void set(value, '从现在起按新规则，说过的不变')
  }
  const isOwn = !same(inUse, usual)
  return (
    <div className="item-rules">
      <p className="sub">
        {isOwn ? '这个议题的规则和本次会议的不一样。' : '现在和本次会议的规则一样。'}改了只管这一个议题：{item.title}
      </p>
      <SpeakingRulesForm value={value} parties={partiesOf(meeting)} onChange={setDraft} />
      <div className="item-rules-acts">
        <StopsNow itemId={item.itemId} rules={value.rules} by="存好" />
        {isOwn && <StopsNow itemId={item.itemId} rules={usual.rules} by="恢复本次会议的规则" />}
        <Button type="primary" disabled={same(value, inUse)} onClick={save}>
          存好
        </Button>
        {isOwn && <Button onClick={() => void set(usual, '已恢复本次会议的规则')}>恢复本次会议的规则</Button>}
        <Button onClick={leave}>不改了</Button>
        <span className="sub" role="status">
          {tried && fault}
        </span>
      </div>
    </div>
  )
}

const settingsOf = (meeting: HeldMeeting, { itemId }: AgendaItem): SpeakingSettings => {
  const { rules, seconds } = rulesOf(meeting, itemId)
  return { seconds, rules }
}

const same = (one: SpeakingSettings, other: SpeakingSettings) => canonicalJson(one) === canonicalJson(other)

/** Every 方 that the form names or that somebody stands for. */
const partiesOf = ({ attendance, form }: HeldMeeting): readonly string[] => [
  ...new Set([...form.parties.map(({ name }) => name), ...attendance.seats.flatMap(({ party }) => party ?? [])]),
]
