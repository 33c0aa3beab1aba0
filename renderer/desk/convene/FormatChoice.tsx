import { IconArmchair, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { CouncilId } from '../../../shared/core/ids.ts'
import type { Format } from '../../../shared/formats/format.ts'
import { cautionSentences } from '../../../shared/wording/cautions.ts'
import { go } from '../place.ts'
import { linkTo } from '../place-link.ts'
import { FormatFacts } from './FormatFacts.tsx'
import { Warning } from './Warning.tsx'

type Props = {
  readonly councilId: CouncilId
  readonly first: readonly Format[]
  readonly others: readonly Format[]
  readonly chosen: Format
  readonly onChoose: (formatId: string) => void
}

/** 会议形式: what everything else on the page follows. The council's own stand in view, the others in a fold. */
export function FormatChoice({ councilId, first, others, chosen, onChoose }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  // In one list, so that what is chosen out of the fold keeps its place and the caret.
  const shown = [...first, ...others.filter((format) => open || format === chosen)]
  const choice = (format: Format) => (
    <label key={format.formatId} className="format-choice">
      <input
        type="radio"
        name={id}
        value={format.formatId}
        checked={format === chosen}
        onChange={() => onChoose(format.formatId)}
        // Arrow keys go through all of them, so only a press of the mouse or a finger closes the fold.
        onClick={(event) => event.detail > 0 && setOpen(false)}
      />
      <span>{format.name}</span>
    </label>
  )
  return (
    <section className="sheet setup-sheet convene-format" aria-labelledby={`${id}h`}>
      <div className="convene-head">
        <h2 className="song" id={`${id}h`}>
          会议形式
        </h2>
        <a className="convene-link" {...linkTo({ at: 'formats' })}>
          管理会议形式
        </a>
      </div>
      <div className="format-choices" role="radiogroup" aria-labelledby={`${id}h`}>
        {shown.map(choice)}
        {others.length > 0 && (
          <Button
            type="text"
            aria-expanded={open}
            icon={open ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
            onClick={() => setOpen(!open)}
          >
            {open ? '收起' : `其他 ${others.filter((format) => format !== chosen).length} 种`}
          </Button>
        )}
      </div>
      <FormatFacts key={chosen.formatId} format={chosen} />
      {chosen.cautions
        .filter((caution) => caution !== 'secrets')
        .map((caution) => (
          <Warning key={caution}>{cautionSentences[caution]}</Warning>
        ))}
      {!chosen.rollCall && chosen.decision === 'consensus' && (
        <p className="convene-quick">
          <span className="grow">有更快的一页：写上议题就开，一屏开完。</span>
          <Button size="small" icon={<IconArmchair size={16} />} onClick={() => go({ at: 'bench', councilId })}>
            快开{chosen.name}
          </Button>
        </p>
      )}
    </section>
  )
}
