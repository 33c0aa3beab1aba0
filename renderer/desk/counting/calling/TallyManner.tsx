import { Button, Popconfirm } from 'antd'

type Props = {
  readonly calling: boolean
  /** Numbers stand in the form that calling papers out would replace. */
  readonly numbersTyped: boolean
  readonly onCall: () => void
  readonly onTotals: () => void
}

/** How a count comes in: as the sums of the tally sheet, or paper by paper. */
export function TallyManner({ calling, numbersTyped, onCall, onTotals }: Props) {
  if (calling) return <Button onClick={onTotals}>不唱了，直接填总数</Button>
  return numbersTyped ? (
    <Popconfirm title="逐张唱票从头点起，已填的数会清掉。" okText="从头唱票" cancelText="不唱" onConfirm={onCall}>
      <Button>逐张唱票</Button>
    </Popconfirm>
  ) : (
    <Button onClick={onCall}>逐张唱票</Button>
  )
}
