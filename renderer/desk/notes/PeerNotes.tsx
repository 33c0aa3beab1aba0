import { Checkbox } from 'antd'
import { useDesk, useNotices } from '../desk-context.tsx'

/** Whether writers on secure pages also connect to each other directly: the operator's switch, for the whole hall. */
export function PeerNotes() {
  const { client } = useDesk()
  const { refused } = useNotices()
  const { settings } = client
  if (settings === null) return null
  return (
    <Checkbox
      className="peer-notes"
      checked={settings.peerNotes}
      onChange={({ target }) =>
        void refused(client.send('settings', null, 'saveSettings', { ...settings, peerNotes: target.checked }))
      }
    >
      主机断开时，写笔记的电脑之间直接连着接着写
    </Checkbox>
  )
}
