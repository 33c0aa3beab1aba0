import { Button } from 'antd'

type Props = {
  /** What happened, and to which words. */
  readonly happened: string
  readonly words: string
  readonly act: string
  readonly onAct: () => void
  readonly onForget: () => void
}

/** Over the line for new points: something that was written is not on record, and the way to put it there. */
export function PointStrip({ happened, words, act, onAct, onForget }: Props) {
  return (
    <p className="point-strip" role="status">
      <span className="one grow" title={words}>
        {happened}：{words}
      </span>
      <Button size="small" onClick={onAct}>
        {act}
      </Button>
      <Button size="small" type="text" onClick={onForget}>
        不用了
      </Button>
    </p>
  )
}
