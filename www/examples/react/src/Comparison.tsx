import 'city-compare';
import type { CityCompare, CityCompareEventMap } from 'city-compare';
import type {} from 'city-compare/react'; // <city-compare> in JSX
import { useEffect, useRef } from 'react';

interface Props {
  cities: readonly string[] | undefined;
  data: object | null;
  onTold: (told: string) => void;
}

/** The comparison in React: attributes are strings, properties are values, and events are listened to by their names. */
export function Comparison({ cities, data, onTold }: Props) {
  const element = useRef<CityCompare>(null);
  useEffect(() => {
    const compared = element.current;
    if (!compared) return undefined;
    const ready = (event: CityCompareEventMap['city-compare:ready']) => onTold(`ready ${event.detail.lang}`);
    const change = (event: CityCompareEventMap['city-compare:change']) => onTold(`change ${event.detail.fragment}`);
    compared.addEventListener('city-compare:ready', ready);
    compared.addEventListener('city-compare:change', change);
    return () => {
      compared.removeEventListener('city-compare:ready', ready);
      compared.removeEventListener('city-compare:change', change);
    };
  }, [onTold]);
  // React sets what the element knows as a property: a list and an object arrive as they are.
  return <city-compare ref={element} view="budgets" lang="ko" cities={data ? null : cities} data={data} />;
}
