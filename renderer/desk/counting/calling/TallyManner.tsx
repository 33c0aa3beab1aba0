import { Button, Popconfirm } from 'antd'

type Props = {
  /** How many papers were called out; null: numbers are typed. */
  readonly called: number | null
  /** Numbers stand in the form that calling papers out would replace. */
  readonly numbersTyped: boolean
  readonly onCall: () => void
  readonly onTotals: () => void
}

/** How a count comes in: as the sums of the tally sheet, or paper by paper. */
export function TallyManner({ called, numbersTyped, onCall, onTotals }: Props) {
  if (called === 0) return <Button onClick={onTotals}>直接填总数</Button>
  if (called !== null) {
    return (
      <Popconfirm
        title={`唱过的 ${called} 张合成总数，可以再改；一张一张的就不留了。`}
        okText="改填总数"
        cancelText="接着唱"
        onConfirm={onTotals}
      >
        <Button>不唱了，直接填总数</Button>
      </Popconfirm>
    )
  }
  return numbersTyped ? (
    <Popconfirm title="逐张唱票从头点起，已填的数会清掉。" okText="从头唱票" cancelText="不唱" onConfirm={onCall}>
      <Button>逐张唱票</Button>
    </Popconfirm>
  ) : (
    <Button onClick={onCall}>逐张唱票</Button>
  )
}
