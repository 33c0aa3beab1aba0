import type { ThemeConfig } from 'antd'

/** The visual language as tokens of the library: one object, and the same with larger type for 大字. */
export function themeFor(large: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#B3261E',
      colorPrimaryHover: '#911C15',
      colorPrimaryActive: '#911C15',
      colorInfo: '#2A5373',
      colorLink: '#2A5373',
      colorSuccess: '#2C6847',
      colorWarning: '#835300',
      colorError: '#8F1B14',
      colorInfoBg: '#EAF0F4',
      colorSuccessBg: '#E6F0E8',
      colorWarningBg: '#FBEFD6',
      colorErrorBg: '#FAEAE7',
      colorText: '#1F2329',
      colorTextSecondary: '#4B5058',
      colorTextTertiary: '#62666D',
      colorTextPlaceholder: '#62666D',
      colorTextDescription: '#62666D',
      colorBgLayout: '#F0ECE4',
      colorBgContainer: '#FFFFFF',
      colorBorder: '#8F8778',
      colorBorderSecondary: '#DED7CA',
      colorSplit: '#DED7CA',
      controlOutline: '#2A5373',
      controlItemBgActive: '#EAF0F4',
      fontFamily: '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
      fontSize: large ? 22 : 16,
      lineHeight: 1.5,
      controlHeight: large ? 60 : 44,
      controlHeightSM: large ? 48 : 36,
      controlHeightLG: large ? 76 : 56,
      borderRadius: 4,
      borderRadiusSM: 4,
      borderRadiusLG: 6,
      boxShadow: FLOAT,
      boxShadowSecondary: FLOAT,
      // Nothing glides: an old laptop shows the next thing at once, and a key pressed right away is heard.
      motion: false,
    },
    components: {
      // A red edge would read as a mistake.
      Input: INK_EDGE,
      InputNumber: INK_EDGE,
      Select: INK_EDGE,
      DatePicker: INK_EDGE,
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      Table: {
        headerBg: 'transparent',
        headerColor: '#62666D',
        rowSelectedBg: '#EAF0F4',
        cellPaddingBlock: 8,
      },
      Radio: {
        buttonSolidCheckedBg: '#1F2329',
        buttonSolidCheckedHoverBg: '#1F2329',
        buttonSolidCheckedActiveBg: '#1F2329',
        buttonSolidCheckedColor: '#FFFFFF',
      },
      Tabs: { cardBg: '#ECE8E1' },
      Alert: { withDescriptionIconSize: 22 },
      Descriptions: { labelBg: '#FAF8F5' },
    },
  }
}

const INK_EDGE = { activeBorderColor: '#1F2329', hoverBorderColor: '#1F2329' }
const FLOAT = '0 8px 28px rgba(31, 35, 41, 0.18), 0 0 0 1px rgba(31, 35, 41, 0.06)'
