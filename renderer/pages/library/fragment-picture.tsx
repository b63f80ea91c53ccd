import { useMemo } from 'react';
import { defaultPack } from '../../../shared/catalogue/packs';
import type { Fragment } from '../../../shared/catalogue/itil4/fragments/fragment-type';
import { drawBareMap } from '../../../shared/drawing/draw-map';
import { en } from '../../../shared/text/en';
import { Drawing } from '../../canvas/drawing';
import { fragmentMap } from '../../canvas/fragment-map';

const noBadges: ReadonlyMap<string, never> = new Map<string, never>();

/** The steps of a fragment as they stand on a map. */
export function FragmentPicture(props: { fragment: Fragment }): React.JSX.Element | null {
  const { fragment } = props;
  const list = useMemo(() => {
    const map = fragmentMap(fragment);
    const view = { lanes: 'none' as const };
    return (
      map &&
      drawBareMap({ graph: map.graph, figures: null, badges: noBadges, pack: defaultPack, view }, map.layout)
    );
  }, [fragment]);
  return list && <Drawing list={list} label={en.library.picture(fragment.name)} />;
}
