import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { keyOfShare, type ShareDraft, usualShares } from './share-draft.ts'

const OTHER = 'other'
const LARGEST = 1_000

type Props = {
  readonly label: string
  readonly share: ShareDraft
  readonly invalid: boolean
  readonly onChange: (share: ShareDraft) => void
}

const options = [
  ...usualShares.map(({ share, words }) => ({ value: keyOfShare(share), label: words })),
  { value: OTHER, label: '别的分数' },
]

/** A fraction: one that laws use, or any other as two whole numbers. */
export function ShareField({ invalid, label, onChange, share }: Props) {
  const usual = usualShares.some((one) => keyOfShare(one.share) === keyOfShare(share))
  const [other, setOther] = useState(!usual)
  const status = invalid ? { status: 'error' as const } : {}
  return (
    <span className="share-field">
      <Select
        className="blank"
        aria-label={label}
        popupMatchSelectWidth={false}
        value={other || !usual ? OTHER : keyOfShare(share)}
        options={options}
        onChange={(key) => {
          setOther(key === OTHER)
          const chosen = usualShares.find((one) => keyOfShare(one.share) === key)
          if (chosen !== undefined) onChange(chosen.share)
        }}
      />
      {(other || !usual) && (
        <>
          <InputNumber
            className="share-part"
            aria-label={`${label}，几份`}
            controls={false}
            min={1}
            max={LARGEST}
            precision={0}
            value={share.num}
            {...status}
            onChange={(num) => onChange({ ...share, num })}
          />
          <span aria-hidden>/</span>
          <InputNumber
            className="share-part"
            aria-label={`${label}，共几份`}
            controls={false}
            min={1}
            max={LARGEST}
            precision={0}
            value={share.den}
            {...status}
            onChange={(den) => onChange({ ...share, den })}
          />
        </>
      )}
    </span>
  )
}
