import { Checkbox, Radio } from 'antd'
import { useId } from 'react'
import type { Channels } from '../../../../../shared/meeting/voting/terms.ts'

const hands = [
  { value: 'none', label: '不用' },
  { value: 'named', label: '逐人记' },
  { value: 'counted', label: '只点人数' },
] as const
const paper = [
  { value: 'none', label: '不用' },
  { value: 'named', label: '签名纸票' },
  { value: 'secret', label: '无记名纸票' },
] as const

type Props = { readonly channels: Channels; readonly onChange: (channels: Channels) => void }

/** 手机, 举手, 纸票, in any mixture: one person still votes once. */
export function ChannelFields({ channels, onChange }: Props) {
  const id = useId()
  return (
    <fieldset className="field vote-channels">
      <legend>怎么投（可以几种一起，一个人只能用一种）</legend>
      <Checkbox checked={channels.device} onChange={(event) => onChange({ ...channels, device: event.target.checked })}>
        手机、电脑<span className="note hint">记名，带设备签名</span>
      </Checkbox>
      <p className="row wrap">
        <span id={`${id}-hands`} className="vote-channel">
          举手
        </span>
        <Radio.Group
          aria-labelledby={`${id}-hands`}
          optionType="button"
          buttonStyle="solid"
          options={[...hands]}
          value={channels.hands ?? 'none'}
          onChange={(event) => {
            const chosen = event.target.value as (typeof hands)[number]['value']
            onChange({ ...channels, hands: chosen === 'none' ? null : chosen })
          }}
        />
      </p>
      <p className="row wrap">
        <span id={`${id}-paper`} className="vote-channel">
          纸票
        </span>
        <Radio.Group
          aria-labelledby={`${id}-paper`}
          optionType="button"
          buttonStyle="solid"
          options={[...paper]}
          value={channels.paper ?? 'none'}
          onChange={(event) => {
            const chosen = event.target.value as (typeof paper)[number]['value']
            onChange({ ...channels, paper: chosen === 'none' ? null : chosen })
          }}
        />
      </p>
    </fieldset>
  )
}
