import { useHall } from '../../connection/hall-context.tsx'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { Frame } from '../frame/Frame.tsx'
import { useOffline } from '../frame/use-offline.ts'
import { RefusalNote } from './RefusalNote.tsx'

const FORM = 'walk-in'
const DRAFT = 'walkIn'
const LONGEST_NAME = 20

type Props = {
  readonly title: string
  readonly suggested: string
  readonly onAsk: ((name: string) => void) | undefined
  readonly onBack: () => void
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** 现场登记: a name is enough. */
export function WalkInForm({ title, suggested, onAsk, onBack }: Props) {
  const client = useHall()
  // What has just been typed into the list counts for more than what somebody began here some day.
  const isKept = (value: unknown): value is string => suggested.trim() === '' && isName(value)
  const [name, setName] = useDraft(DRAFT, suggested, isKept)
  const offline = useOffline() !== 'no'
  const trimmed = name.trim()
  return (
    <Frame
      title={title}
      onBack={onBack}
      backTo="名单"
      dock={
        <button type="submit" form={FORM} className="key go wide" disabled={trimmed === '' || offline}>
          {trimmed === '' ? '请先写姓名' : `我是${trimmed}，进会场`}
        </button>
      }
    >
      <form
        id={FORM}
        onSubmit={(event) => {
          event.preventDefault()
          if (trimmed === '' || offline) return
          client.walkIn(trimmed)
          forgetDraft(DRAFT)
          onAsk?.(trimmed)
        }}
      >
        <h1>
          <label htmlFor="walk-in-name">您的姓名</label>
        </h1>
        <p className="second">现场登记的可以发言、看结果，没有表决权。</p>
        <input
          id="walk-in-name"
          className="field"
          autoComplete="name"
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <RefusalNote />
      </form>
    </Frame>
  )
}
