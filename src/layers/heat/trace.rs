//! From a surface to rings: the regions of each class, traced so that they fit exactly.
//!
//! Every triangle of the [`Field`] is cut by the levels into convex pieces, one class each. The directed
//! edges of all pieces of a class are collected; an edge that two pieces share occurs once in either
//! direction and falls away; what is left are the rings of the class, exteriors anticlockwise, holes
//! clockwise. Points are named by numbers, never compared by coordinates, so the regions are valid, do not
//! overlap and leave no gap by construction.

use std::collections::HashMap;

use super::{field::Field, grid::as_f64};

/// A level crosses an edge no nearer to its ends than this share of its length (0.5 m or more), so that
/// rings stay simple when coordinates are rounded to 6 decimals of a degree (0.11 m).
const KEEP_OFF: f64 = 0.1;

/// Every so many half cells a point is kept on a straight line, which is only straight in RD. A power of two:
/// the half-cell lattice has an odd number of columns, so this holds along columns too.
const KEEP_EVERY: u64 = 64;

/// A closed ring of RD coordinates, without the repeated first point.
pub(super) type Ring = Vec<(f64, f64)>;

/// Name of a point: a vertex of the half-cell lattice, or where a level crosses an edge between two.
type Node = u64;

/// The four ways from a vertex to a neighbour with a higher number: east, north-west, north, north-east.
const WAYS: u64 = 4;

/// Class of a triangle's piece: 0 is suppressed, 1 is up to the first level, and so on.
type Class = usize;

/// Traces the classes of one field.
pub(super) struct Tracer<'a> {
    field: Field<'a>,
    /// Borders between the classes, ascending; class n+1 begins at `levels[n − 1]`.
    levels: &'a [f64],
    /// Class of each vertex: each belongs to up to four cells, and is asked for by all of them.
    classes: Vec<u8>,
    /// Class of a cell that is all one class and has no corner cut off.
    uniform: Vec<Option<u8>>,
    /// Directed edges by class.
    edges: Vec<Vec<(Node, Node)>>,
    /// Vertices in a row of the half-cell lattice, and in all.
    width: usize,
    vertices: u64,
}

#[derive(Clone, Copy)]
struct Vertex {
    column: usize,
    row: usize,
}

impl Vertex {
    const fn new(column: usize, row: usize) -> Self {
        Self { column, row }
    }
}

impl<'a> Tracer<'a> {
    pub(super) fn new(field: Field<'a>, levels: &'a [f64]) -> Self {
        let (nx, ny) = field.size();
        let width = 2 * nx + 1;
        let vertices = (width * (2 * ny + 1)) as u64;
        let edges = vec![Vec::new(); levels.len() + 2];
        let mut tracer =
            Self { field, levels, classes: Vec::new(), uniform: Vec::new(), edges, width, vertices };
        let places = (0..width * (2 * ny + 1)).map(|n| Vertex::new(n % width, n / width));
        tracer.classes = places.map(|v| tracer.class_of(v)).collect();
        tracer.uniform = (0..nx * ny).map(|n| tracer.uniform_class(n % nx, n / nx)).collect();
        tracer
    }

    /// The rings of each class, suppressed first.
    pub(super) fn rings(mut self) -> Vec<Vec<Ring>> {
        let (nx, ny) = self.field.size();
        for j in 0..ny {
            for i in 0..nx {
                match self.uniform[j * nx + i] {
                    Some(class) => self.outline(i, j, class),
                    None => self.cut(i, j),
                }
            }
        }
        let edges = std::mem::take(&mut self.edges);
        edges.into_iter().map(|edges| self.stitch(edges)).collect()
    }

    /// The class of the surface at a vertex; 0 where it has no value.
    fn class_of(&self, v: Vertex) -> u8 {
        let Some(value) = self.field.vertex(v.column, v.row) else { return 0 };
        (1..)
            .zip(self.levels)
            .take_while(|(_, level)| **level <= value)
            .last()
            .map_or(1, |(n, _): (u8, _)| n + 1)
    }

    fn class_at(&self, v: Vertex) -> u8 {
        self.classes[v.row * self.width + v.column]
    }

    fn uniform_class(&self, i: usize, j: usize) -> Option<u8> {
        if !self.field.is_published(i, j) {
            return Some(0);
        }
        let corners = [(false, false), (true, false), (true, true), (false, true)];
        if corners.into_iter().any(|(east, north)| self.field.is_cut(i, j, east, north)) {
            return None;
        }
        let own = self.class_at(Vertex::new(2 * i + 1, 2 * j + 1));
        around(i, j).into_iter().all(|v| self.class_at(v) == own).then_some(own)
    }

    /// The sides of a cell of one class, but for those towards a cell of the same class.
    fn outline(&mut self, i: usize, j: usize, class: u8) {
        let ring = around(i, j);
        let (nx, ny) = self.field.size();
        let beside = [
            j.checked_sub(1).map(|j| (i, j)),
            Some((i + 1, j)).filter(|c| c.0 < nx),
            Some((i, j + 1)).filter(|c| c.1 < ny),
            i.checked_sub(1).map(|i| (i, j)),
        ];
        for (side, other) in beside.into_iter().enumerate() {
            if other.is_some_and(|(i, j)| self.uniform[j * nx + i] == Some(class)) {
                continue;
            }
            for n in [2 * side, 2 * side + 1] {
                let edge = (self.vertex(ring[n]), self.vertex(ring[(n + 1) % 8]));
                self.edges[usize::from(class)].push(edge);
            }
        }
    }

    /// The eight triangles of a cell that more than one class shares.
    fn cut(&mut self, i: usize, j: usize) {
        let ring = around(i, j);
        let centre = Vertex::new(2 * i + 1, 2 * j + 1);
        for quarter in 0..4 {
            // Corners stand at 0, 2, 4, 6 of the ring; the midpoints before and after each at 7 and 1, ….
            let corner = ring[2 * quarter];
            let (before, after) = (ring[(2 * quarter + 7) % 8], ring[2 * quarter + 1]);
            self.slice([centre, before, after]);
            let outer = [before, corner, after];
            if self.field.is_cut(i, j, corner.column > centre.column, corner.row > centre.row) {
                self.piece(0, &outer.map(|v| self.vertex(v)));
            } else {
                self.slice(outer);
            }
        }
    }

    /// Cuts one anticlockwise triangle into a convex piece for each class.
    fn slice(&mut self, triangle: [Vertex; 3]) {
        let classes = triangle.map(|v| Class::from(self.class_at(v)));
        let lowest = classes.into_iter().min().unwrap_or(0);
        let highest = classes.into_iter().max().unwrap_or(0);
        for class in lowest..=highest {
            let mut points = Vec::with_capacity(6);
            for n in 0..3 {
                let (from, to) = (n, (n + 1) % 3);
                if classes[from] == class {
                    points.push(self.vertex(triangle[from]));
                }
                let ends = (triangle[from], triangle[to]);
                self.crossings(ends, (classes[from], classes[to]), class, &mut points);
            }
            self.piece(class, &points);
        }
    }

    /// The borders of `class` that an edge crosses, in walking order. The border below class c is level c − 2.
    fn crossings(
        &self,
        ends: (Vertex, Vertex),
        classes: (Class, Class),
        class: Class,
        points: &mut Vec<Node>,
    ) {
        let (from, to) = classes;
        let crossed = from.min(to) + 1..=from.max(to);
        let own = if from < to { [class, class + 1] } else { [class + 1, class] };
        for border in own.into_iter().filter(|border| crossed.contains(border)) {
            points.push(self.crossing(ends.0, ends.1, border - 2));
        }
    }

    fn piece(&mut self, class: Class, points: &[Node]) {
        if points.len() < 3 {
            return;
        }
        let next = points.iter().cycle().skip(1);
        self.edges[class].extend(points.iter().copied().zip(next.copied()));
    }

    fn vertex(&self, v: Vertex) -> Node {
        (v.row * self.width + v.column) as Node
    }

    fn crossing(&self, a: Vertex, b: Vertex, level: usize) -> Node {
        let (a, b) = (self.vertex(a), self.vertex(b));
        let (low, step) = (a.min(b), a.abs_diff(b));
        let width = self.width as u64;
        let way = if step == 1 { 0 } else { step + 2 - width };
        self.vertices + (low * WAYS + way) * self.levels.len() as u64 + level as u64
    }

    /// The two ends of the edge that a crossing lies on, and its level; none for a vertex.
    fn edge_of(&self, node: Node) -> Option<(Vertex, Vertex, usize)> {
        let code = node.checked_sub(self.vertices)?;
        let levels = self.levels.len() as u64;
        let (edge, level) = (code / levels, code % levels);
        let (low, way) = (edge / WAYS, edge % WAYS);
        let step = if way == 0 { 1 } else { way + self.width as u64 - 2 };
        let level = usize::try_from(level).ok()?;
        Some((self.place(low)?, self.place(low + step)?, level))
    }

    fn place(&self, vertex: Node) -> Option<Vertex> {
        let vertex = usize::try_from(vertex).ok()?;
        Some(Vertex::new(vertex % self.width, vertex / self.width))
    }

    /// Half-cell coordinates of a node.
    fn coordinates(&self, node: Node) -> Option<(f64, f64)> {
        let Some((a, b, level)) = self.edge_of(node) else {
            return self.place(node).map(|v| (as_f64(v.column), as_f64(v.row)));
        };
        let (from, to) = (self.field.vertex(a.column, a.row)?, self.field.vertex(b.column, b.row)?);
        let share = ((self.levels[level] - from) / (to - from)).clamp(KEEP_OFF, 1.0 - KEEP_OFF);
        let along = |p: usize, q: usize| as_f64(p) + share * (as_f64(q) - as_f64(p));
        Some((along(a.column, b.column), along(a.row, b.row)))
    }

    /// Joins what is left of the edges, once shared ones have fallen away, to rings.
    fn stitch(&self, mut edges: Vec<(Node, Node)>) -> Vec<Ring> {
        edges.sort_unstable_by_key(|(a, b)| (*a.min(b), *a.max(b)));
        let mut next: HashMap<Node, Node> = HashMap::new();
        let mut starts = Vec::new();
        for run in edges.chunk_by(|p, q| p == q || *p == (q.1, q.0)) {
            if let [(from, to)] = run {
                next.insert(*from, *to);
                starts.push(*from);
            }
        }
        let mut rings = Vec::new();
        for start in starts {
            let mut nodes = Vec::new();
            let mut at = start;
            while let Some(to) = next.remove(&at) {
                nodes.push(at);
                at = to;
            }
            if !nodes.is_empty() {
                rings.push(self.thin(&nodes));
            }
        }
        rings
    }

    /// RD coordinates of a ring without the points that carry nothing: those within a straight line, and
    /// those where a contour crosses a diagonal (the quarter cell around it is convex, so the short cut stays
    /// inside and keeps the order of the levels; both neighbours leave out the same).
    fn thin(&self, nodes: &[Node]) -> Ring {
        let count = nodes.len();
        let points: Vec<_> = nodes.iter().map(|n| self.coordinates(*n)).collect();
        let keep = |n: usize| {
            let here = points[n]?;
            let kept = if let Some((a, b, _)) = self.edge_of(nodes[n]) {
                !self.is_inner_diagonal(a, b)
            } else {
                let (before, after) = (points[(n + count - 1) % count]?, points[(n + 1) % count]?);
                nodes[n].is_multiple_of(KEEP_EVERY) || !is_straight(before, here, after)
            };
            kept.then(|| self.field.position(here.0, here.1))
        };
        (0..count).filter_map(keep).collect()
    }

    /// Whether an edge runs between two midpoints of a cell's sides, with nothing cut off beside it.
    fn is_inner_diagonal(&self, a: Vertex, b: Vertex) -> bool {
        if a.column == b.column || a.row == b.row {
            return false;
        }
        // Of a midpoint exactly one coordinate is odd; the centre of its cell has both.
        let odd = |p: usize, q: usize| if p % 2 == 1 { p } else { q };
        let (column, row) = (odd(a.column, b.column), odd(a.row, b.row));
        let side = if a.column == column { b.column } else { a.column };
        let above = if a.row == row { b.row } else { a.row };
        !self.field.is_cut(column / 2, row / 2, side > column, above > row)
    }
}

/// The corners and midpoints of a cell, anticlockwise from the south-west corner.
fn around(i: usize, j: usize) -> [Vertex; 8] {
    let (c, r) = (2 * i, 2 * j);
    [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1)].map(|(x, y)| Vertex::new(c + x, r + y))
}

/// Whether three points lie on one line. Half-cell coordinates are small, so equal slopes are exact.
fn is_straight(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> bool {
    ((b.0 - a.0) * (c.1 - b.1) - (b.1 - a.1) * (c.0 - b.0)).abs() < 1e-9
}
