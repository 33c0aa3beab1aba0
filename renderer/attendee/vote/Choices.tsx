import { IconCheck } from '@tabler/icons-react'
import type { Option } from '../../../shared/meeting/voting/state.ts'
import { StanceMark } from '../../ui/Stance.tsx'
import { stanceNames } from '../../ui/stances.ts'
import { options } from './ballot-standing.ts'

type Props = { readonly option: Option | null; readonly choose: (option: Option) => void }

/** 赞成 ○, 反对 ×, 弃权 △: all three in view before one can be handed in. */
export function Choices({ option, choose }: Props) {
  return (
    <div role="radiogroup" aria-label="您的意见" className="choices">
      {options.map((one) => (
        <label key={one} className={one === option ? 'choice on' : 'choice'}>
          <input type="radio" name="option" className="unseen" checked={one === option} onChange={() => choose(one)} />
          <StanceMark stance={one} />
          <span>{stanceNames[one]}</span>
          {one === option && (
            <span className="chosen" aria-hidden="true">
              <IconCheck size="1.15em" />
              您选的
            </span>
          )}
        </label>
      ))}
    </div>
  )
}
