import { Radio } from 'antd'
import { useId } from 'react'
import type { WrittenKind } from './opening-draft.ts'

type Props = { readonly kind: WrittenKind; readonly onChange: (kind: WrittenKind) => void }

/** 征求意见 or 业主表决, with what each of them means. */
export function KindField({ kind, onChange }: Props) {
  const id = useId()
  return (
    <div className="field">
      <span id={id}>哪一种</span>
      <Radio.Group
        aria-labelledby={id}
        className="written-kinds"
        value={kind}
        onChange={(event) => onChange(event.target.value === 'owners' ? 'owners' : 'survey')}
        options={[
          {
            value: 'survey',
            label: (
              <>
                书面征求意见<span className="note">入户问卷：一户一张，按户数算。某一户怎么答不公开。</span>
              </>
            ),
          },
          {
            value: 'owners',
            label: (
              <>
                业主书面表决<span className="note">一个业主一张票，人数和专有面积各算各的，两样都过才算过。</span>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
