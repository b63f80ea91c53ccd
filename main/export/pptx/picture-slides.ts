import type { DisplayList } from '../../../shared/drawing/display-list';
import type { ChartBlock, PictureBlock, Section } from '../../../shared/report/types';
import { deckText } from '../../../shared/text/deck';
import type { Slide } from './deck';
import { leastLetters, placingIn, smallestText, withoutHeader } from './fit';
import { frame } from './frame';

interface Place {
  readonly section: Section;
  /** Of the slide, where the picture has no better one. */
  readonly title: string;
}

const kickerFor = ({ section }: Place, title: string): string =>
  section.title === title ? '' : section.title;

function pictureSlide(place: Place, list: DisplayList, picture: PictureBlock, caption: string): Slide {
  return {
    layout: 'picture',
    section: place.section.name,
    kicker: kickerFor(place, place.title),
    title: place.title,
    caption,
    pieces: [{ kind: 'drawing', list, links: picture.links, placing: placingIn(list, frame.picture) }],
  };
}

/** Size of the smallest letters of a drawing on a slide, points. */
const lettersOn = (list: DisplayList): number =>
  smallestText(list.items) * placingIn(list, frame.picture).scale;

/** Where the smallest letters of a map are no smaller, one slide with all of it says more than its parts, points. */
const leastWhole = 4.8;
/** Below this nobody makes out what an overview says, points. */
const leastOverview = 3;

/**
 * The slides of a picture: one where its letters are large enough; else in rows, where they are then; else the whole,
 * where it can be made out; else the whole at a glance, where that says anything, and after it the parts.
 */
export function pictureSlides(picture: PictureBlock, place: Place): Slide[] {
  const whole = withoutHeader(picture.drawing);
  const { folded, pages = [], caption } = picture;
  if (lettersOn(whole) >= leastLetters) return [pictureSlide(place, whole, picture, caption)];
  if (folded && lettersOn(folded) >= leastLetters)
    return [pictureSlide(place, folded, picture, deckText.inRows)];
  if (pages.length < 2 || lettersOn(whole) >= leastWhole)
    return [pictureSlide(place, whole, picture, caption)];
  const inParts = { ...place, title: deckText.inParts(place.title) };
  const parts = pages.map((page) => pictureSlide(inParts, page, picture, deckText.part));
  if (lettersOn(whole) < leastOverview) return parts;
  const first = { ...place, title: deckText.whole(place.title) };
  return [pictureSlide(first, whole, picture, deckText.overview), ...parts];
}

/** The slide of a chart. */
export function chartSlide(chart: ChartBlock, place: Place): Slide {
  const { x, y, width, height } = frame.body;
  return {
    layout: 'only',
    section: place.section.name,
    kicker: kickerFor(place, chart.title),
    title: chart.title,
    caption: '',
    pieces: [{ kind: 'chart', box: { x, y: y - 6, width, height: height + 6 }, chart }],
  };
}
