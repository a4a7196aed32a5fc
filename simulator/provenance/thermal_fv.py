"""Axisymmetric (r, z) cell-centred finite-volume model of an RF electrode in tissue.

Units inside: m, s, V(rms), W, K above 37 C.  Physics and geometry follow the project's
reference solution: quasi-static resistive field in tissue only, heat conduction in tissue,
metal and insulation, 37 C and 0 V on the outer box, no boiling, perfusion never switched off.
"""
import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import splu

GAMMA = 1.0 - 1.0 / np.sqrt(2.0)          # SDIRK2, L-stable, stiffly accurate
TISSUE, METAL, INSUL = 0, 1, 2
LIVER = (7.39e39, 2.577e5)
RGAS = 8.314462618

CORD = dict(sigma0=0.15, k=0.51, rc=3.90225e6, w=10888.0)
METAL_PROP = dict(k=15.0, rc=4.0e6)
INSUL_PROP = dict(k=0.25, rc=2.31e6)


def graded_faces(breaks, fine, h0, growth, hmax, tc=None):
    """Faces through all `breaks`; wanted cell size h = min(hmax, h0 + growth*distance to `fine`).
    tc: sensor position, around which cells start at 2.5 h0."""
    def h(x):
        d = np.min(np.abs(x[:, None] - np.asarray(fine)[None, :]), axis=1)
        s = np.minimum(hmax, h0 + growth * d)
        return s if tc is None else np.minimum(s, 2.5 * h0 + growth * np.abs(x - tc))
    faces = [breaks[0]]
    for lo, hi in zip(breaks[:-1], breaks[1:]):
        x = np.linspace(lo, hi, 4001)
        s = np.concatenate([[0], np.cumsum(np.diff(x) / h(0.5 * (x[1:] + x[:-1])))])
        n = max(2, int(np.ceil(s[-1] - 1e-6)))
        faces.extend(np.interp(np.linspace(0, s[-1], n + 1)[1:], s, x))
    return np.array(faces)


class Electrode:
    """a: tip radius, L: exposed length (mm). neck: length of thin insulated neck before the
    shoulder (mm), or None for thin insulation all the way up. R, zlo, zhi: box (mm)."""
    def __init__(self, name, a, L, neck, R, zlo, zhi, z_tc=0.5):
        self.name, self.a, self.L, self.neck = name, a, L, neck
        self.R, self.zlo, self.zhi, self.z_tc = R, zlo, zhi, z_tc


ELECTRODES = {
    "drez-spinal": Electrode("drez-spinal", 0.125, 2.0, 1.0, 25, -24, 26),
    "drez-caudalis": Electrode("drez-caudalis", 0.125, 2.0, 2.0, 25, -24, 26),
    "cordotomy": Electrode("cordotomy", 0.150, 2.0, 1.0, 25, -24, 26),
    "rhizotomy": Electrode("rhizotomy", 0.359, 5.0, None, 40, -38, 43),
    "coagulation": Electrode("coagulation", 0.359, 10.0, None, 40, -38, 48),
}


class Model:
    def __init__(self, el, tissue=CORD, h0=0.010, growth=0.16, hmax=4.0, box=None):
        self.el, self.tissue = el, dict(tissue)
        a, L = el.a, el.L
        R, zlo, zhi = (el.R, el.zlo, el.zhi) if box is None else box
        if el.a > 0.2:
            h0 = h0 * 2.0
        ins = a + 0.05
        if el.neck is None:
            rb, rf = [0, a, ins, R], [a, ins]
            zb, zf = [zlo, 0, L, zhi], [0, L]
        else:
            rb, rf = [0, a, ins, 0.35, 0.40, R], [a, ins, 0.40]
            zs = L + el.neck
            zb, zf = [zlo, 0, L, zs, zs + 0.05, zhi], [0, L, zs]
        r = graded_faces(rb, rf, h0, growth, hmax) * 1e-3
        z = graded_faces(zb, zf, h0, growth, hmax, el.z_tc) * 1e-3
        self.rf, self.zf = r, z
        self.rc, self.zc = 0.5 * (r[1:] + r[:-1]), 0.5 * (z[1:] + z[:-1])
        nr, nz = len(self.rc), len(self.zc)
        self.nr, self.nz, self.n = nr, nz, nr * nz
        RR, ZZ = np.meshgrid(self.rc * 1e3, self.zc * 1e3, indexing="ij")
        mat = np.zeros((nr, nz), int)
        if el.neck is None:
            mat[(RR < ins) & (ZZ > L)] = INSUL
            mat[(RR < a) & (ZZ > 0)] = METAL
        else:
            mat[(RR < ins) & (ZZ > L) & (ZZ < zs + .05)] = INSUL
            mat[(RR < 0.40) & (ZZ > zs)] = INSUL
            mat[(RR < 0.35) & (ZZ > zs + .05)] = METAL
            mat[(RR < a) & (ZZ > 0) & (ZZ < zs + .05)] = METAL
        self.mat = mat
        self.vol = np.pi * np.outer(r[1:]**2 - r[:-1]**2, np.diff(z))
        kk = np.array([self.tissue["k"], METAL_PROP["k"], INSUL_PROP["k"]])[mat]
        rc = np.array([self.tissue["rc"], METAL_PROP["rc"], INSUL_PROP["rc"]])[mat]
        w = np.where(mat == TISSUE, self.tissue["w"], 0.0)
        self.M = (rc * self.vol).ravel()
        # geometric half conductances per unit conductivity, cell centre -> face
        dz = np.diff(z)
        with np.errstate(divide="ignore"):
            self.g_out = 2 * np.pi * dz[None, :] / np.log(r[1:] / self.rc)[:, None]
            lin = np.log(self.rc / np.where(r[:-1] > 0, r[:-1], 1.0))
        lin[0] = np.inf
        self.g_in = 2 * np.pi * dz[None, :] / lin[:, None]
        self.g_z = 2 * np.pi * np.outer(r[1:]**2 - r[:-1]**2, 1.0 / dz)
        self.idx = np.arange(self.n).reshape(nr, nz)
        self.K = self._thermal(kk, w)
        self._electric_setup()
        self._lu = {}
        # thermocouple: metal on the axis at z_tc
        zt = el.z_tc * 1e-3
        j = np.searchsorted(self.zc, zt) - 1
        f = (zt - self.zc[j]) / (self.zc[j + 1] - self.zc[j])
        self.tc = (self.idx[0, j], self.idx[0, j + 1], f)
        self.set_sigma(None)
        self.R0 = self.Z

    # ---- thermal -------------------------------------------------------------------
    def _thermal(self, kk, w):
        ho, hi, hz = kk * self.g_out, kk * self.g_in, kk * self.g_z
        gr = ho[:-1] * hi[1:] / (ho[:-1] + hi[1:])
        gz = hz[:, :-1] * hz[:, 1:] / (hz[:, :-1] + hz[:, 1:])
        diag = (w * self.vol).copy()
        diag[:-1] += gr; diag[1:] += gr
        diag[:, :-1] += gz; diag[:, 1:] += gz
        diag[-1] += ho[-1]; diag[:, 0] += hz[:, 0]; diag[:, -1] += hz[:, -1]
        i = self.idx
        rows = np.concatenate([i[:-1].ravel(), i[1:].ravel(), i[:, :-1].ravel(), i[:, 1:].ravel(), i.ravel()])
        cols = np.concatenate([i[1:].ravel(), i[:-1].ravel(), i[:, 1:].ravel(), i[:, :-1].ravel(), i.ravel()])
        vals = np.concatenate([-gr.ravel(), -gr.ravel(), -gz.ravel(), -gz.ravel(), diag.ravel()])
        return sp.csc_matrix((vals, (rows, cols)), shape=(self.n, self.n))

    def lu(self, dt):
        if dt not in self._lu:
            A = (sp.diags(self.M) + GAMMA * dt * self.K).tocsc()
            self._lu[dt] = splu(A, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0,
                                options=dict(SymmetricMode=True))
        return self._lu[dt]

    def step(self, T, dt, q):
        """One SDIRK2 step of M dT/dt = -K T + q (q in W per cell, constant in the step)."""
        lu, gd = self.lu(dt), GAMMA * dt
        T1 = lu.solve(self.M * T + gd * q)
        return lu.solve(self.M * (T + (1 - GAMMA) / GAMMA * (T1 - T)) + gd * q)

    def t_tc(self, T):
        i, j, f = self.tc
        return (1 - f) * T[i] + f * T[j]

    # ---- electric ------------------------------------------------------------------
    def _electric_setup(self):
        t = self.mat == TISSUE
        num = -np.ones(self.n, int)
        num[t.ravel()] = np.arange(t.sum())
        self.tis = np.flatnonzero(t.ravel())
        i = self.idx
        rr, zz = t[:-1] & t[1:], t[:, :-1] & t[:, 1:]
        self.e1 = np.concatenate([num[i[:-1][rr]], num[i[:, :-1][zz]]])
        self.e2 = np.concatenate([num[i[1:][rr]], num[i[:, 1:][zz]]])
        self.h1 = np.concatenate([self.g_out[:-1][rr], self.g_z[:, :-1][zz]])
        self.h2 = np.concatenate([self.g_in[1:][rr], self.g_z[:, 1:][zz]])
        L, a = self.el.L * 1e-3, self.el.a * 1e-3
        side = np.zeros_like(t); face = np.zeros_like(t)
        ia = np.searchsorted(self.rf, a * (1 + 1e-9)) - 1        # first tissue column outside the tip
        side[ia] = (self.zc > 0) & (self.zc < L)
        j0 = np.searchsorted(self.zf, 1e-12) - 1
        jb = int(np.argmin(np.abs(self.zf)))                      # face z = 0
        face[:, jb - 1] = self.rc < a
        gt = np.where(side, self.g_in, 0) + np.where(face, self.g_z, 0)
        gt[~np.isfinite(gt)] = 0
        gb = np.zeros_like(gt)
        gb[-1] += self.g_out[-1]; gb[:, 0] += self.g_z[:, 0]; gb[:, -1] += self.g_z[:, -1]
        self.gt, self.gb = gt.ravel()[self.tis], gb.ravel()[self.tis]

    def set_sigma(self, T, alpha=0.0):
        """Solve the field for sigma(T); sets Z (ohm) and q1 (W per cell at 1 W total)."""
        s = np.full(len(self.tis), self.tissue["sigma0"])
        if T is not None and alpha:
            s = s * (1 + alpha * T[self.tis])
        a1, a2 = s[self.e1] * self.h1, s[self.e2] * self.h2
        g = a1 * a2 / (a1 + a2)
        gt, gb = s * self.gt, s * self.gb
        m = len(s)
        diag = gt + gb + np.bincount(self.e1, g, m) + np.bincount(self.e2, g, m)
        A = sp.csc_matrix((np.concatenate([-g, -g, diag]),
                           (np.concatenate([self.e1, self.e2, np.arange(m)]),
                            np.concatenate([self.e2, self.e1, np.arange(m)]))), shape=(m, m))
        phi = splu(A, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0,
                   options=dict(SymmetricMode=True)).solve(gt)
        d = phi[self.e1] - phi[self.e2]
        h = g * d * d                                            # split by resistance of the halves
        q = np.bincount(self.e1, h * g / a1, m) + np.bincount(self.e2, h * g / a2, m)
        q += gt * (1 - phi)**2 + gb * phi**2
        G = np.sum(gt * (1 - phi))
        self.Z = 1.0 / G
        self.q1 = np.zeros(self.n)
        self.q1[self.tis] = q / q.sum()
        self.heat_balance = q.sum() / G - 1
        self._unit = {}

    def unit(self, dt):
        if dt not in self._unit:
            self._unit[dt] = self.step(np.zeros(self.n), dt, self.q1)
        return self._unit[dt]

    # ---- runs ----------------------------------------------------------------------
    def unit_step(self, t_end, dt0=0.25e-3, per_level=40):
        """Response of the tip sensor to constant 1 W, constant sigma."""
        self.set_sigma(None)
        T, t, dt, ts, ys, n = np.zeros(self.n), 0.0, dt0, [0.0], [0.0], 0
        while t < t_end - 1e-9:
            T = self.step(T, dt, self.q1); t += dt; n += 1
            ts.append(t); ys.append(self.t_tc(T))
            if n >= per_level and n % 20 == 0 and t >= per_level * dt:
                self._lu.pop(dt, None); dt *= 2
        return np.array(ts), np.array(ys)


class Damage:
    def __init__(self, m):
        self.m, self.om = m, np.zeros(m.n)
        self.prev = self._rate(np.zeros(m.n))

    def _rate(self, T):
        out = np.zeros_like(T)
        hot = T > 5.0
        A, E = LIVER
        out[hot] = np.exp(np.log(A) - E / (RGAS * (T[hot] + 310.15)))
        return out

    def add(self, T, dt):
        k = self._rate(T)
        # exact for an exponentially varying rate, trapezoid elsewhere
        a, b = self.prev, k
        both = (a > 0) & (b > 0) & (np.abs(np.log(np.where(a > 0, a, 1) / np.where(b > 0, b, 1))) > 1e-3)
        inc = 0.5 * (a + b)
        inc[both] = (b[both] - a[both]) / np.log(b[both] / a[both])
        self.om += inc * dt
        self.prev = k

    def copy(self):
        d = Damage.__new__(Damage)
        d.m, d.om, d.prev = self.m, self.om.copy(), self.prev.copy()
        return d

    def _cross(self, x, om):
        y = np.log(np.maximum(om, 1e-30))
        above = np.flatnonzero(y > 0)
        if len(above) == 0:
            return 0.0
        i = above[-1]
        return x[i] + (x[i + 1] - x[i]) * y[i] / (y[i] - y[i + 1])

    def radius_mid(self):
        """Radius (mm) of Omega = 1 at z = L/2."""
        m = self.m
        om = self.om.reshape(m.nr, m.nz)
        zt = m.el.L * 0.5e-3
        j = np.searchsorted(m.zc, zt) - 1
        f = (zt - m.zc[j]) / (m.zc[j + 1] - m.zc[j])
        t = m.mat[:, j] == TISSUE
        lo = np.log(np.maximum(om[:, j], 1e-30)); hi = np.log(np.maximum(om[:, j + 1], 1e-30))
        return 1e3 * self._cross(m.rc[t], np.exp((1 - f) * lo + f * hi)[t])

    def depth(self):
        """Depth (mm) of Omega = 1 below the tip face, on the axis."""
        m = self.m
        om = self.om.reshape(m.nr, m.nz)[0]
        t = m.zc < 0
        return 1e3 * self._cross(-m.zc[t][::-1], om[t][::-1])


def cosine_ramp(T_set, T_ramp):
    return lambda t: (T_set - 37) * (1.0 if t >= T_ramp else 0.5 * (1 - np.cos(np.pi * t / T_ramp)))


def linear_ramp(T_set, T_ramp):
    return lambda t: (T_set - 37) * min(1.0, t / T_ramp)


def clamp_run(m, ref, T_ramp, holds, alpha=0.02, cool=10.0, schedule="fine", cool_z=False):
    """Tip sensor follows ref(t) exactly.  holds: list of hold times; the run goes to the longest and
    each shorter one is branched off for cooling.  Returns the record and one dict per hold."""
    m.set_sigma(None)
    T, t, since = np.zeros(m.n), 0.0, 1e9
    dmg, rec, out = Damage(m), [], {}
    ends = sorted(T_ramp + h for h in holds)
    peak_t = 0.0
    n_tick = 0                                  # time in 10 ms ticks, to stay exact
    while n_tick < round(ends[-1] * 100):
        th = n_tick / 100.0 - T_ramp
        big = m.el.a > 0.2                      # metal dead time: the clamp cannot be inverted at 20 ms
        if schedule == "fine" or th < 1.0 - 1e-9:
            dt, ue = 2, (0.04 if schedule == "fine" and th < 5 else 0.10)
        elif th < 5.0 - 1e-9:
            dt, ue = 4, 0.2
        else:
            dt, ue = 10, 0.5 if th < 15 else 1.0
        if schedule == "fine" and th >= 5: ue = 0.2
        if big: dt, ue = (4, max(ue, 0.08)) if th < 3 - 1e-9 else (10, max(ue, 0.1))
        if since >= ue - 1e-9:
            if n_tick: m.set_sigma(T, alpha)
            since, fresh = 0.0, True
        else:
            fresh = False
        h = dt / 100.0
        T0 = m.step(T, h, 0.0)
        u = m.unit(h)
        n_tick += dt; t = n_tick / 100.0
        P = (ref(t) - m.t_tc(T0)) / m.t_tc(u)
        P = max(P, 0.0)
        T = T0 + P * u
        dmg.add(T, h); since += h
        peak_t = max(peak_t, T[m.tis].max())
        # P acts over [t-h, t]; Z is the value at the start of the step when fresh
        rec.append((t, h, P, m.Z, 37 + m.t_tc(T), fresh))
        for e in ends:
            if n_tick == round(e * 100):
                m2, d2 = T.copy(), dmg.copy()
                Zend = _z_now(m, T, alpha)
                cr = []                       # cooling: (time, T_tc, Z or nan) every 50 ms, Z every 0.5 s
                for c in range(int(round(cool / 0.05))):
                    m2 = m.step(m2, 0.05, 0.0); d2.add(m2, 0.05)
                    zc = _z_now(m, m2, alpha) if cool_z and c % 10 == 9 else np.nan
                    cr.append((t + 0.05 * (c + 1), 37 + m.t_tc(m2), zc))
                out[round(e - T_ramp, 3)] = dict(
                    P_end=P, Z_end=Zend, width=2 * d2.radius_mid(), depth=d2.depth(),
                    P_peak=max(x[2] for x in rec), V_peak=max(np.sqrt(x[2] * x[3]) for x in rec),
                    I_peak=max(np.sqrt(x[2] / x[3]) for x in rec),
                    T_tissue_peak=37 + peak_t, cool=np.array(cr))
    return np.array(rec, float), out


def _z_now(m, T, alpha):
    keep = (m.q1, m._unit, m.Z)
    m.set_sigma(T, alpha)
    z = m.Z
    m.q1, m._unit, m.Z = keep
    return z


def drive_run(m, t_end, alpha, power=None, volts=None, dt=0.02, ue=0.1):
    """Constant power or constant voltage from cold."""
    m.set_sigma(None)
    T, since, rec, pk = np.zeros(m.n), 0.0, [], 0.0
    for k in range(int(round(t_end / dt))):
        if alpha and since >= ue - 1e-9:
            m.set_sigma(T, alpha); since = 0.0
        P = power if power is not None else volts**2 / m.Z
        T = m.step(T, dt, 0.0) + P * m.unit(dt)
        since += dt
        pk = max(pk, T[m.tis].max())
        rec.append(((k + 1) * dt, P, m.Z, 37 + m.t_tc(T)))
    return np.array(rec), 37 + pk
