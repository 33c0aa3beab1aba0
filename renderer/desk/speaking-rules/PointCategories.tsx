import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, Input, InputNumber } from 'antd'
import type { PointCategory } from '../../../shared/formats/speaking-rules.ts'

const MAX_CATEGORIES = 20
const MAX_NAME = 20
const MAX_RANK = 99

type Props = {
  readonly categories: readonly PointCategory[]
  readonly onChange: (categories: readonly PointCategory[]) => void
}

/** 程序问题 by sort: the smaller its number, the earlier it is dealt with. */
export function PointCategories({ categories, onChange }: Props) {
  const change = (index: number, changed: Partial<PointCategory>) =>
    onChange(categories.map((category, at) => (at === index ? { ...category, ...changed } : category)))
  const last = categories[categories.length - 1]
  return (
    <div className="rules-lines">
      {categories.length > 0 && (
        <ol aria-label="程序问题的类别">
          {categories.map(({ name, rank }, index) => {
            const label = `类别 ${index + 1}`
            return (
              <li key={label}>
                <Input
                  aria-label={`${label}的名称`}
                  placeholder="如：会场秩序"
                  maxLength={MAX_NAME}
                  value={name}
                  onChange={(event) => change(index, { name: event.target.value })}
                />
                <InputNumber
                  aria-label={`${label}排第几`}
                  prefix="第"
                  min={1}
                  max={MAX_RANK}
                  precision={0}
                  value={rank}
                  onChange={(typed) => {
                    if (typed !== null) change(index, { rank: typed })
                  }}
                />
                <Button
                  type="text"
                  size="small"
                  aria-label={`删去${label}`}
                  title="删去"
                  icon={<IconX size={16} />}
                  onClick={() => onChange(categories.filter((_, at) => at !== index))}
                />
              </li>
            )
          })}
        </ol>
      )}
      <p className="row">
        <Button
          size="small"
          icon={<IconPlus size={16} />}
          disabled={categories.length >= MAX_CATEGORIES}
          onClick={() => onChange([...categories, { name: '', rank: Math.min(MAX_RANK, (last?.rank ?? 0) + 1) }])}
        >
          加一类
        </Button>
        <span className="note">
          {categories.length === 0 ? '不分类，先提的先处理。' : '数字小的先处理，一样大的按先后。'}
        </span>
      </p>
    </div>
  )
}
