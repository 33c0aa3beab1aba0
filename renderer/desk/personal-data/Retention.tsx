import { Select } from 'antd'
import { useId } from 'react'
import { useHall } from '../../connection/hall-context.tsx'
import { useNotices } from '../desk-context.tsx'

const choices = [1, 3, 6, 12, 24, 36, 60]

/** 到期删除: how long phones, house numbers and photos of people who have left are kept. The operator's, for the whole hall. */
export function Retention() {
  const client = useHall()
  const { refused } = useNotices()
  const id = useId()
  const { settings } = client
  if (settings === null) return null
  const values = choices.includes(settings.contactMonths) ? choices : [...choices, settings.contactMonths]
  return (
    <p className="retention">
      <label htmlFor={id}>退出名册</label>
      <Select
        id={id}
        size="small"
        value={settings.contactMonths}
        options={values.map((months) => ({
          value: months,
          label: months < 12 ? `${months} 个月` : `${months / 12} 年`,
        }))}
        onChange={(contactMonths) =>
          void refused(client.send('settings', null, 'saveSettings', { ...settings, contactMonths }))
        }
      />
      <span>后，电话、门牌和照片自动删除；姓名留给已有的记录，可以随时手动删除。</span>
    </p>
  )
}
