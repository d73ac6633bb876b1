//! Questions a day as a picture: a bar a day, of which the lower, green part was answered. Without
//! words, which the message has; on a ground of its own, so that it reads alike in dark and in light.

use png::{BitDepth, ColorType, Encoder};

/// Pixels.
const WIDTH: usize = 640;
const HEIGHT: usize = 180;
const MARGIN: usize = 12;
/// Red, green, blue: Discord's dark ground, and colours that are told apart on it also by those who
/// see red and green alike.
const GROUND: [u8; 3] = [0x2b, 0x2d, 0x31];
const LINE: [u8; 3] = [0x80, 0x84, 0x8e];
const ASKED: [u8; 3] = [0xb5, 0xba, 0xc1];
const ANSWERED: [u8; 3] = [0x23, 0xa5, 0x5a];

/// Questions of each day and those of them that were answered, as a PNG; `None` when there are none.
pub(in crate::discord) fn chart(days: &[(u64, u64)]) -> Option<Vec<u8>> {
    let most = days
        .iter()
        .map(|day| day.0)
        .max()
        .filter(|most| *most > 0)?;
    let mut picture = Picture::new();
    let (room, floor) = (WIDTH - 2 * MARGIN, HEIGHT - MARGIN);
    let height = |count: u64| {
        let share = u128::from(count) * (HEIGHT - 2 * MARGIN) as u128 / u128::from(most);
        usize::try_from(share).unwrap_or_default()
    };
    for (number, (asked, answered)) in days.iter().enumerate() {
        let left = MARGIN + room * number / days.len();
        let right = MARGIN + room * (number + 1) / days.len();
        let gap = ((right - left) / 6).max(usize::from(right - left > 2));
        for (count, colour) in [(*asked, ASKED), ((*answered).min(*asked), ANSWERED)] {
            picture.fill(left..right - gap, floor - height(count)..floor, colour);
        }
    }
    picture.fill(MARGIN..WIDTH - MARGIN, floor..floor + 1, LINE);
    picture.encode()
}

struct Picture(Vec<[u8; 3]>);

impl Picture {
    fn new() -> Self {
        Self(vec![GROUND; WIDTH * HEIGHT])
    }

    fn fill(
        &mut self,
        columns: std::ops::Range<usize>,
        rows: std::ops::Range<usize>,
        colour: [u8; 3],
    ) {
        for row in self.0.chunks_mut(WIDTH).skip(rows.start).take(rows.len()) {
            if let Some(pixels) = row.get_mut(columns.clone()) {
                pixels.fill(colour);
            }
        }
    }

    fn encode(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let (width, height) = (u32::try_from(WIDTH).ok()?, u32::try_from(HEIGHT).ok()?);
        let mut encoder = Encoder::new(&mut bytes, width, height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(self.0.as_flattened()).ok()?;
        writer.finish().ok()?;
        Some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The colours of a picture, a row a line.
    fn pixels(bytes: &[u8]) -> Vec<[u8; 3]> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut buffer).unwrap();
        assert_eq!(
            (frame.width as usize, frame.height as usize),
            (WIDTH, HEIGHT)
        );
        buffer.chunks(3).map(|it| [it[0], it[1], it[2]]).collect()
    }

    #[test]
    fn a_day_has_a_bar_of_which_part_was_answered() {
        let picture = chart(&[(4, 1), (0, 0), (2, 2)]).unwrap();
        let pixels = pixels(&picture);
        let column = |x: usize| {
            let of = |colour| {
                pixels
                    .iter()
                    .skip(x)
                    .step_by(WIDTH)
                    .filter(|it| **it == colour)
                    .count()
            };
            (of(ASKED), of(ANSWERED))
        };
        let whole = HEIGHT - 2 * MARGIN;
        assert_eq!(column(MARGIN + 20), (whole - whole / 4, whole / 4));
        assert_eq!(column(WIDTH / 2), (0, 0));
        assert_eq!(column(WIDTH - MARGIN - 100), (0, whole / 2));
    }

    #[test]
    fn any_number_of_days_has_a_picture_and_no_questions_have_none() {
        for days in [1, 7, 90, 700] {
            assert!(chart(&vec![(u64::MAX, 3); days]).is_some(), "{days}");
        }
        assert_eq!(chart(&[(0, 0); 7]), None);
        assert_eq!(chart(&[]), None);
    }
}
