import { IconDeviceDesktop } from '@tabler/icons-react'
import { Button, Radio } from 'antd'
import type { HallSettings } from '../../../../shared/settings/messages.ts'
import { openScreen } from '../../../platform.ts'
import { Qr } from '../../../ui/Qr.tsx'
import { useDesk, useNotices } from '../../desk-context.tsx'

/** 开门: how phones come in, who lets them in, the way to the hall screen. */
export function Door() {
  const { client, meeting, meetingId } = useDesk()
  const { refused } = useNotices()
  const { settings } = client
  const code = client.meetings.find((notice) => notice.meetingId === meetingId)?.joinCode
  const [address] = client.addresses
  if (meeting.phase !== 'open' || code === undefined) {
    return <p className="note door">会议已散，不再入场。</p>
  }
  const admit = (admission: HallSettings['admission']) => {
    if (settings !== null) void refused(client.send('settings', null, 'saveSettings', { ...settings, admission }))
  }
  return (
    <section className="door" aria-label="开门">
      {address === undefined ? (
        <p className="door-alone">
          这台电脑还没有连上会场的网络，手机暂时进不来。连上 Wi‑Fi 后这里会出现二维码；没有网也能开会，由您代签、代录。
        </p>
      ) : (
        <>
          <div className="door-qr">
            <Qr text={`${address}#${code}`} label="扫码入场的二维码" size={224} />
          </div>
          <p className="door-address">{address.replace(/^https?:\/\/|\/$/g, '')}</p>
        </>
      )}
      <p className="door-code">
        <span className="sub">会议码</span>
        <b>{`${code.slice(0, 3)} ${code.slice(3)}`}</b>
      </p>
      <Button block icon={<IconDeviceDesktop size={18} />} onClick={() => openScreen(`/screen#${code}`)}>
        打开大屏
      </Button>
      {settings !== null && (
        <fieldset className="field">
          <legend>谁能进来</legend>
          <Radio.Group
            className="door-admission"
            value={settings.admission}
            options={[
              { value: 'chair', label: '我来点头，逐个准入' },
              { value: 'open', label: '有会议码就进' },
            ]}
            onChange={(event) => admit(event.target.value as HallSettings['admission'])}
          />
        </fieldset>
      )}
      <p className="note">不得用于涉密会议，不得录入国家秘密、工作秘密。</p>
    </section>
  )
}
