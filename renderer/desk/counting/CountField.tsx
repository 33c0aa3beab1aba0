import { IconMinus, IconPlus } from '@tabler/icons-react'
import { Button, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { COUNT_FIELD, onFieldKey } from './field-keys.ts'
import { digitsOf, MOST, numberIn, stepped } from './typed-counts.ts'

type Props = {
  /** What is counted, as it is read out. */
  readonly name: string
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (text: string) => void
  /** What an empty field counts as; left out, it has to be filled. */
  readonly empty?: '0'
}

/** A number with a big + and −, that can be typed as well. */
export function CountField({ name, label, value, onChange, empty }: Props) {
  const id = useId()
  const step = (by: 1 | -1) => onChange(stepped(value, by))
  return (
    <div className="count-field">
      <label htmlFor={id}>{label}</label>
      <Button
        aria-label={`${name}减一`}
        tabIndex={-1}
        disabled={numberIn(value) === null || value === '0'}
        onClick={() => step(-1)}
      >
        <IconMinus size={22} aria-hidden />
      </Button>
      <Input
        id={id}
        {...COUNT_FIELD}
        role="spinbutton"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={MOST}
        {...(numberIn(value) === null ? {} : { 'aria-valuenow': Number(value) })}
        inputMode="numeric"
        autoComplete="off"
        {...(empty === undefined ? {} : { placeholder: empty })}
        value={value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(digitsOf(event.target.value))}
        onKeyDown={(event) => onFieldKey(event, step)}
      />
      <Button aria-label={`${name}加一`} tabIndex={-1} onClick={() => step(1)}>
        <IconPlus size={22} aria-hidden />
      </Button>
    </div>
  )
}
