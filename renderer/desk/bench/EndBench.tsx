import { IconDoorExit } from '@tabler/icons-react'
import { App, Button } from 'antd'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import { conclusionOf } from '../../../shared/meeting/conclusions/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useDesk } from '../desk-context.tsx'

/** 散会, after a confirmation that names what is still open: it cannot be taken back. Then the minutes are there. */
export function EndBench() {
  const { act, meeting } = useDesk()
  const { modal } = App.useApp()
  const left = unconcluded(meeting)
  const close = () =>
    modal.confirm({
      title: '散会后不能再议、再写结论',
      content:
        left.length === 0
          ? '结论都写好了。散会后就能看纪要、存成 Word。'
          : `${left.map((number) => `议题${chineseNumber(number)}`).join('、')}还没有结论。散会后只能补要点。`,
      okText: '散会',
      cancelText: '接着开',
      onOk: async () => {
        await act('closeMeeting', {})
      },
    })
  return (
    <Button type={left.length === 0 ? 'primary' : 'default'} icon={<IconDoorExit size={18} />} onClick={close}>
      散会
    </Button>
  )
}

/** Items without a conclusion, by their number from 1. */
function unconcluded({ agenda, conclusions }: HeldMeeting): readonly number[] {
  return agenda.flatMap(({ itemId }, index) => (conclusionOf(conclusions, itemId) === null ? [index + 1] : []))
}
