import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useLargeType } from '../ui/large-type.ts'
import { themeFor } from './theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

/** A place of our own for what floats: over `body` the library would lock scrolling with a style that has no nonce. */
const floating = () => document.getElementById('floating') ?? document.body

/** The library in our language, with our tokens, and styles that the page's policy lets in. */
export function Look({ children }: { readonly children: ReactNode }) {
  const [large] = useLargeType()
  const theme = useMemo(() => themeFor(large), [large])
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce }}
      getPopupContainer={floating}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App message={{ maxCount: 3, duration: 4 }} notification={{ placement: 'top', maxCount: 3, duration: 12 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
