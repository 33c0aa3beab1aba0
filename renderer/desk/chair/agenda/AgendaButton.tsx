import { IconChevronDown } from '@tabler/icons-react'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { ItemId } from '../../../../shared/core/ids.ts'
import { chineseCount } from '../../../ui/chinese-count.ts'
import { useDesk } from '../../desk-context.tsx'
import { AgendaPane } from './AgendaPane.tsx'

/** Where there is no room for the agenda beside the item (under 1200 px, or with 大字) it folds into this button. */
export function AgendaButton({
  shown,
  onShow,
}: {
  readonly shown: ItemId | null
  readonly onShow: (itemId: ItemId) => void
}) {
  const { meeting } = useDesk()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="agenda-fold" onClick={() => setOpen(true)}>
        议程，共{chineseCount(meeting.agenda.length)}项
        <IconChevronDown size={18} aria-hidden />
      </Button>
      <Drawer
        title="议程"
        placement="left"
        size={400}
        open={open}
        onClose={() => setOpen(false)}
        className="agenda-drawer"
      >
        <AgendaPane
          shown={shown}
          onShow={(itemId) => {
            onShow(itemId)
            setOpen(false)
          }}
        />
      </Drawer>
    </>
  )
}
