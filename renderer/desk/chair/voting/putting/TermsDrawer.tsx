import { Button, Drawer, Input, Radio, Select } from 'antd'
import { useId } from 'react'
import type { Terms } from '../../../../../shared/meeting/voting/terms.ts'
import { useDesk } from '../../../desk-context.tsx'
import { HintedCheck } from '../../../speaking-rules/HintedCheck.tsx'
import { secondsWords } from '../term-words.ts'
import { ChannelFields } from './ChannelFields.tsx'
import { RuleField } from './RuleField.tsx'

const MAX_DETAILS = 2_000
/** Seconds. */
const USUAL_TIMES = [60, 120, 180, 300, 600]

type Props = {
  readonly terms: Terms
  readonly open: boolean
  readonly onChange: (terms: Terms) => void
  readonly onClose: () => void
}

/** 更多设置: everything that is settled before a vote opens and never changed afterwards. */
export function TermsDrawer({ terms, open, onChange, onClose }: Props) {
  const { meeting } = useDesk()
  const id = useId()
  const { channels, details, display, doubleEntry, question, revisable, seconds } = terms
  const times = seconds === null || USUAL_TIMES.includes(seconds) ? USUAL_TIMES : [...USUAL_TIMES, seconds]
  const change = (part: Partial<Terms>) => onChange({ ...terms, ...part })
  return (
    <Drawer
      title="这次表决怎么投、怎么算"
      size={560}
      open={open}
      onClose={onClose}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          设好了
        </Button>
      }
    >
      <div className="vote-terms">
        <p className="note">开始投票以后都不能再改。开始前，每个人在手机和大屏上都看得到。</p>
        {meeting.form.decision === 'vote' && question.kind !== 'assessment' && (
          <RuleField terms={terms} onChange={(rule) => change({ rule })} />
        )}
        {question.kind === 'election' ? (
          <p className="note">选举只用无记名纸票：发票、投票箱、唱票、计票都在现场，这里只核算。</p>
        ) : (
          meeting.form.rollCall && <ChannelFields channels={channels} onChange={(to) => change({ channels: to })} />
        )}
        {question.kind !== 'objection' && (
          <div className="field">
            <span id={`${id}-display`}>票数什么时候给大家看</span>
            <Radio.Group
              aria-labelledby={`${id}-display`}
              value={display}
              onChange={(event) => change({ display: event.target.value as Terms['display'] })}
              options={[
                { value: 'delayed', label: '公布结果时一起看（结束前谁也看不到）' },
                { value: 'live', label: '边投边看（大屏、手机随时显示；纸票不算在里面）' },
              ]}
            />
          </div>
        )}
        {(channels.device || channels.hands === 'named' || channels.paper === 'named') && (
          <div className="field">
            <span id={`${id}-press`}>投了以后能不能改</span>
            <Radio.Group
              aria-labelledby={`${id}-press`}
              value={revisable}
              onChange={(event) => change({ revisable: event.target.value === true })}
              options={[
                { value: false, label: '不能改，第一次投的算' },
                { value: true, label: '截止前可以改，最后一次投的算' },
              ]}
            />
          </div>
        )}
        {channels.device && (
          <div className="field field-short">
            <label htmlFor={`${id}-time`}>手机投票限时</label>
            <Select<number>
              id={`${id}-time`}
              value={seconds ?? 0}
              onChange={(chosen) => change({ seconds: chosen === 0 ? null : chosen })}
              options={[
                { value: 0, label: '不限，主持人截止' },
                ...times.map((one) => ({ value: one, label: secondsWords(one) })),
              ]}
            />
          </div>
        )}
        {channels.paper === 'secret' && (
          <HintedCheck
            label="双人复核计票"
            hint="两个人各计一遍，两遍一样才能结束"
            checked={doubleEntry}
            onChange={(checked) => change({ doubleEntry: checked })}
          />
        )}
        <div className="field">
          <label htmlFor={`${id}-details`}>说明材料</label>
          <Input.TextArea
            id={`${id}-details`}
            rows={5}
            maxLength={MAX_DETAILS}
            value={details ?? ''}
            placeholder="方案要点、费用、利害关系：投票前每个人都能在手机上读到"
            onChange={(event) => change({ details: event.target.value === '' ? null : event.target.value })}
          />
        </div>
      </div>
    </Drawer>
  )
}
