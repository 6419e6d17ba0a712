// <city-compare> in JSX, for React 19: `import type {} from 'city-compare/react'` somewhere in the app.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CityCompare, CityCompareEventMap, CityCompareOptions } from './city-compare.js';

/** The attributes of the element as properties, its data, its slots' content, and its events as React 19 names them. */
export type CityCompareProps = Omit<DetailedHTMLProps<HTMLAttributes<CityCompare>, CityCompare>, keyof CityCompareOptions> &
  CityCompareOptions & { data?: object | string | null; options?: CityCompareOptions | null } & {
    [K in keyof CityCompareEventMap as `on${K}`]?: (event: CityCompareEventMap[K]) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'city-compare': CityCompareProps;
    }
  }
}
