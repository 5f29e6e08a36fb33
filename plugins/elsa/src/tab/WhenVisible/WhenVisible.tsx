import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Starts to draw shortly before it scrolls into view. */
const MARGIN = '200px';

/**
 * Draws its children once they come near the visible part of the page, and
 * keeps them from then on.
 */
export function WhenVisible(props: {
  /** Stands in the place until then. */
  placeholder: ReactNode;
  children: ReactNode;
}) {
  const { placeholder, children } = props;
  const place = useRef<HTMLDivElement>(null);
  const [wasSeen, setWasSeen] = useState(
    () => typeof IntersectionObserver === 'undefined',
  );

  useEffect(() => {
    if (wasSeen || !place.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) {
          setWasSeen(true);
        }
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [wasSeen]);

  return <div ref={place}>{wasSeen ? children : placeholder}</div>;
}
